package litigation

import (
	"context"
	"iter"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"

	litigationv1 "litigation.io/litigation-go/litigationv1"
)

// SearchPages gives all pages of an answer, each fetched when it is asked for. After an error there are no more.
//
// Without a deadline in ctx each page has one of its own.
func (c *Client) SearchPages(
	ctx context.Context, request *litigationv1.SearchRecordsRequest, options ...grpc.CallOption,
) iter.Seq2[*litigationv1.SearchRecordsResponse, error] {
	return pages(request, func(request *litigationv1.SearchRecordsRequest) (*litigationv1.SearchRecordsResponse, error) {
		return c.Search(ctx, request, options...)
	}, func(request *litigationv1.SearchRecordsRequest, token string) { request.PageToken = token })
}

// Providers gives all providers, page by page. It asks no vendor. A nil request has the defaults.
func (c *Client) Providers(
	ctx context.Context, request *litigationv1.ListProvidersRequest, options ...grpc.CallOption,
) iter.Seq2[*litigationv1.Provider, error] {
	return elements(pages(request, func(request *litigationv1.ListProvidersRequest) (*litigationv1.ListProvidersResponse, error) {
		return call(ctx, c.service.ListProviders, request, options)
	}, func(request *litigationv1.ListProvidersRequest, token string) { request.PageToken = token }),
		(*litigationv1.ListProvidersResponse).GetProviders)
}

// Lookups gives the caller's own lookups, newest first, page by page: who stops early fetches no more. A nil request has
// the defaults.
func (c *Client) Lookups(
	ctx context.Context, request *litigationv1.ListLookupsRequest, options ...grpc.CallOption,
) iter.Seq2[*litigationv1.Lookup, error] {
	return elements(pages(request, func(request *litigationv1.ListLookupsRequest) (*litigationv1.ListLookupsResponse, error) {
		return call(ctx, c.ledger.ListLookups, request, options)
	}, func(request *litigationv1.ListLookupsRequest, token string) { request.PageToken = token }),
		(*litigationv1.ListLookupsResponse).GetLookups)
}

// page is an answer that may have a next one.
type page interface {
	GetNextPageToken() string
}

func pages[Q proto.Message, A page](
	first Q, fetch func(Q) (A, error), setToken func(Q, string),
) iter.Seq2[A, error] {
	return func(yield func(A, error) bool) {
		// A nil message is cloned to a nil message, which has no place for a token.
		request := first.ProtoReflect().Type().New().Interface().(Q)
		proto.Merge(request, first)
		for {
			answer, err := fetch(request)
			if !yield(answer, err) || err != nil || answer.GetNextPageToken() == "" {
				return
			}
			setToken(request, answer.GetNextPageToken())
		}
	}
}

func elements[A, E any](pages iter.Seq2[A, error], of func(A) []*E) iter.Seq2[*E, error] {
	return func(yield func(*E, error) bool) {
		for page, err := range pages {
			if err != nil {
				yield(nil, err)
				return
			}
			for _, element := range of(page) {
				if !yield(element, nil) {
					return
				}
			}
		}
	}
}
