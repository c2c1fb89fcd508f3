package litigation

import (
	"context"
	"fmt"
	"io"
	"iter"

	"google.golang.org/grpc"
	"google.golang.org/grpc/status"

	litigationv1 "litigation.io/litigation-go/litigationv1"
)

// As many items are on their way as the gateway works on at a time. With fewer it would idle; with more, who is to send
// could wait for a gateway that waits for it to read.
const onTheirWay = 16

// BatchAnswer is what became of one item of a batch: an answer, or an error.
type BatchAnswer struct {
	// Key is the item's, unchanged.
	Key string
	// ItemNumber is the item's place in the order in which the items were sent; the first is 1.
	ItemNumber int
	// Answer is nil if the item failed.
	Answer *litigationv1.SearchRecordsResponse
	// Err is why the item failed, an [*Error] as if it were a call of its own; nil if it did not.
	Err error
}

// SearchBatch looks many subjects up over one call: keyed searches in, an answer or an error for each out, as they
// finish. Items are taken no faster than they are answered; those of a map are maps.All(items).
//
// The call has no deadline unless ctx has one: a batch lasts as long as its items take. Leaving the loop ends the call;
// what is paid by then is stored at the gateway. An error ends the batch: with [ReasonBatchCut] if the call ended well
// but without an answer for every item.
func (c *Client) SearchBatch(
	ctx context.Context, items iter.Seq2[string, *litigationv1.SearchRecordsRequest], options ...grpc.CallOption,
) iter.Seq2[BatchAnswer, error] {
	return func(yield func(BatchAnswer, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		call, err := c.service.BatchSearchRecords(ctx, options...)
		if err != nil {
			yield(BatchAnswer{}, errorOf(err, nil))
			return
		}
		b := batch{call: call, yield: yield}
		if err := b.run(items); err != nil {
			yield(BatchAnswer{}, err)
		}
	}
}

type batch struct {
	call  grpc.BidiStreamingClient[litigationv1.BatchSearchRecordsRequest, litigationv1.BatchSearchRecordsResponse]
	yield func(BatchAnswer, error) bool
	open  int
}

// run gives an error that was not yet handed over.
func (b *batch) run(items iter.Seq2[string, *litigationv1.SearchRecordsRequest]) error {
	for key, search := range items {
		if b.open == onTheirWay {
			if more, err := b.readOne(); !more {
				return err
			}
		}
		item := &litigationv1.BatchSearchRecordsRequest{Key: key, Search: search}
		if err := b.call.Send(item); err != nil {
			// The call has ended; reading tells how.
			break
		}
		b.open++
	}
	// Has no effect on a call that has ended.
	_ = b.call.CloseSend()
	for {
		if more, err := b.readOne(); !more {
			return err
		}
	}
}

// readOne is false after the last answer, or when nobody wants more.
func (b *batch) readOne() (bool, error) {
	message, err := b.call.Recv()
	if err == io.EOF {
		if b.open > 0 {
			return false, cut(fmt.Sprintf("the call ended with %d items unanswered", b.open), ReasonBatchCut)
		}
		return false, nil
	}
	if err != nil {
		return false, errorOf(err, b.call.Trailer())
	}
	if b.open == 0 {
		return false, cut("more answers than items", ReasonBatchCut)
	}
	b.open--
	answer := BatchAnswer{Key: message.GetKey(), ItemNumber: int(message.GetItemNumber()), Answer: message.GetAnswer()}
	if failed := message.GetError(); failed != nil {
		answer.Err = errorOfStatus(status.FromProto(failed), message.GetRetryForbidden())
	}
	return b.yield(answer, nil), nil
}
