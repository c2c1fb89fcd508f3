// Command conformance makes the calls of a plan by the installed module: conformance PLAN. One line of JSON for each.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	litigation "litigation.io/litigation-go"
	"litigation.io/litigation-go/litigationv1"
)

type plan struct {
	Targets map[string]target
	Cases   []testCase
}

type target struct {
	Address, CA, Certificate, PrivateKey, APIKey string
}

type testCase struct {
	Name, Call, Target  string
	Request             json.RawMessage
	DeadlineMillis      int64
	CancelAfterMillis   int64
	CancelAfterMessages int
}

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "conformance:", err)
		os.Exit(1)
	}
}

func run(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var p plan
	if err := json.Unmarshal(text, &p); err != nil {
		return err
	}
	clients := map[string]*litigation.Client{}
	out := json.NewEncoder(os.Stdout)
	for _, c := range p.Cases {
		client, connected := clients[c.Target]
		if !connected {
			if client, err = connect(p.Targets[c.Target]); err != nil {
				return err
			}
			defer client.Close()
			clients[c.Target] = client
		}
		result, err := c.make(client)
		if err != nil {
			result = failed(err)
		}
		if err := out.Encode(map[string]any{"name": c.Name, "result": result}); err != nil {
			return err
		}
	}
	return nil
}

func connect(t target) (*litigation.Client, error) {
	options := []litigation.Option{litigation.WithPlaintext()}
	if t.CA != "" {
		config, err := litigation.TLSFromFiles(t.CA, t.Certificate, t.PrivateKey)
		if err != nil {
			return nil, err
		}
		options = []litigation.Option{litigation.WithTLS(config)}
	}
	if t.APIKey != "" {
		options = append(options, litigation.WithAPIKey(t.APIKey))
	}
	return litigation.NewClient(t.Address, options...)
}

func (c testCase) make(client *litigation.Client) (result, error) {
	ctx := context.Background()
	if c.DeadlineMillis > 0 {
		limited, cancel := context.WithTimeout(ctx, time.Duration(c.DeadlineMillis)*time.Millisecond)
		defer cancel()
		ctx = limited
	}
	switch c.Call {
	case "search":
		answer, err := client.Search(ctx, read(c.Request, &litigationv1.SearchRecordsRequest{}))
		return found(answer), err
	case "cancel":
		cancelled, cancel := context.WithCancel(ctx)
		defer time.AfterFunc(time.Duration(c.CancelAfterMillis)*time.Millisecond, cancel).Stop()
		answer, err := client.Search(cancelled, read(c.Request, &litigationv1.SearchRecordsRequest{}))
		return found(answer), err
	case "exclude":
		request := read(c.Request, &litigationv1.SearchRecordsRequest{})
		answer, err := client.Search(ctx, request)
		if err != nil {
			return nil, err
		}
		request.ExcludeRecordIds = []string{answer.GetRecords()[0].GetRecordId()}
		answer, err = client.Search(ctx, request)
		return found(answer), err
	case "page":
		return c.pages(ctx, client)
	case "stream":
		return c.stream(ctx, client)
	case "batch":
		return c.batch(ctx, client)
	case "quote":
		answer, err := client.Quote(ctx, read(c.Request, &litigationv1.QuoteSearchRequest{}))
		return quoted(answer), err
	case "providers":
		offerings := texts{}
		for provider, err := range client.Providers(ctx, read(c.Request, &litigationv1.ListProvidersRequest{})) {
			if err != nil {
				return nil, err
			}
			for _, offering := range provider.GetOfferings() {
				offerings.add(provider.GetName() + "/" + offering.GetName())
			}
		}
		return result{"code": "OK", "offerings": offerings.sorted()}, nil
	case "lookups":
		methods := texts{}
		for lookup, err := range client.Lookups(ctx, read(c.Request, &litigationv1.ListLookupsRequest{})) {
			if err != nil {
				return nil, err
			}
			methods.add(lookup.GetMethod())
		}
		return result{"code": "OK", "methods": methods.sorted()}, nil
	case "health":
		var request struct{ Service string }
		if err := json.Unmarshal(c.Request, &request); err != nil {
			panic(err)
		}
		status, err := client.Health(ctx, request.Service)
		return result{"code": "OK", "status": status.String()}, err
	default:
		panic("unknown call: " + c.Call)
	}
}

func (c testCase) pages(ctx context.Context, client *litigation.Client) (result, error) {
	var pages []*litigationv1.SearchRecordsResponse
	for page, err := range client.SearchPages(ctx, read(c.Request, &litigationv1.SearchRecordsRequest{})) {
		if err != nil {
			return nil, err
		}
		pages = append(pages, page)
	}
	all := found(pages...)
	all["pages"] = len(pages)
	return all, nil
}

func (c testCase) stream(ctx context.Context, client *litigation.Client) (result, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream := client.Stream(ctx, read(c.Request, &litigationv1.StreamRecordsRequest{}))
	var records []*litigationv1.LitigationRecord
	parts := 0
	for part, err := range stream.Parts() {
		if err != nil {
			return nil, err
		}
		records = append(records, part.GetRecords()...)
		if parts++; parts == c.CancelAfterMessages {
			cancel()
		}
	}
	all := together(records, stream.Summary())
	all["outcomes"], all["complete"] = states(stream.Summary().GetOutcomes()), stream.Summary().GetComplete()
	all["finished"] = true
	return all, nil
}

func (c testCase) batch(ctx context.Context, client *litigation.Client) (result, error) {
	var request struct {
		Items []struct {
			Key    string
			Search json.RawMessage
		}
	}
	if err := json.Unmarshal(c.Request, &request); err != nil {
		panic(err)
	}
	items := func(yield func(string, *litigationv1.SearchRecordsRequest) bool) {
		for _, item := range request.Items {
			if !yield(item.Key, read(item.Search, &litigationv1.SearchRecordsRequest{})) {
				return
			}
		}
	}
	answers := result{}
	for answer, err := range client.SearchBatch(ctx, items) {
		if err != nil {
			return nil, err
		}
		answers[answer.Key] = found(answer.Answer)
		if answer.Err != nil {
			answers[answer.Key] = failed(answer.Err)
		}
	}
	return result{"code": "OK", "answers": answers}, nil
}

func read[M proto.Message](text json.RawMessage, message M) M {
	if err := protojson.Unmarshal(text, message); err != nil {
		panic(err)
	}
	return message
}
