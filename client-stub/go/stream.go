package litigation

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"google.golang.org/grpc"

	litigationv1 "litigation.io/litigation-go/litigationv1"
)

// RecordStream is a streamed answer: each provider's part as it arrives, then the summary.
//
//	stream := client.Stream(ctx, request)
//	for part, err := range stream.Parts() {
//		if err != nil {
//			return err
//		}
//		…
//	}
//	summary := stream.Summary()
type RecordStream struct {
	begin   func(context.Context) (grpc.ServerStreamingClient[litigationv1.StreamRecordsResponse], error)
	ctx     context.Context
	summary *litigationv1.StreamSummary
	used    bool
}

// Stream looks one subject up. The call begins with the iteration over its parts.
func (c *Client) Stream(
	ctx context.Context, request *litigationv1.StreamRecordsRequest, options ...grpc.CallOption,
) *RecordStream {
	return &RecordStream{
		ctx: ctx,
		begin: func(ctx context.Context) (grpc.ServerStreamingClient[litigationv1.StreamRecordsResponse], error) {
			return c.service.StreamRecords(ctx, request, options...)
		},
	}
}

// Parts makes the call and gives its parts, once. Leaving the loop ends the call; what is paid goes on and is stored at
// the gateway. After an error there are no more parts, and those before it are no answer. A stream that ended well but
// without its summary, or with other than the number of records that the summary states, is an error with
// [ReasonStreamCut].
func (s *RecordStream) Parts() iter.Seq2[*litigationv1.ProviderPart, error] {
	return func(yield func(*litigationv1.ProviderPart, error) bool) {
		if s.used {
			yield(nil, errors.New("litigation: the parts of a stream can be had once"))
			return
		}
		s.used = true
		ctx, cancel := context.WithCancel(s.ctx)
		defer cancel()
		messages, err := s.begin(ctx)
		if err != nil {
			yield(nil, errorOf(err, nil))
			return
		}
		if err := s.read(messages, yield); err != nil {
			yield(nil, err)
		}
	}
}

// Summary is the end of the answer; nil before all parts were had.
func (s *RecordStream) Summary() *litigationv1.StreamSummary {
	return s.summary
}

// read gives an error that was not yet handed over.
func (s *RecordStream) read(
	messages grpc.ServerStreamingClient[litigationv1.StreamRecordsResponse],
	yield func(*litigationv1.ProviderPart, error) bool,
) error {
	records := 0
	var summary *litigationv1.StreamSummary
	for {
		message, err := messages.Recv()
		if err == io.EOF {
			break
		}
		if err != nil {
			return errorOf(err, messages.Trailer())
		}
		if summary != nil {
			return cut("a message follows the summary", ReasonStreamCut)
		}
		switch part := message.GetPart().(type) {
		case *litigationv1.StreamRecordsResponse_Summary:
			summary = part.Summary
		case *litigationv1.StreamRecordsResponse_ProviderPart:
			records += len(part.ProviderPart.GetRecords())
			if !yield(part.ProviderPart, nil) {
				return nil
			}
			// Else a kind of part that a newer server knows.
		}
	}
	if summary == nil {
		return cut("the stream ended without its summary", ReasonStreamCut)
	}
	if int(summary.GetRecordCount()) != records {
		return cut(fmt.Sprintf("the summary states %d records, received %d", summary.GetRecordCount(), records),
			ReasonStreamCut)
	}
	s.summary = summary
	return nil
}
