package litigation

import (
	"context"
	"strconv"
	"strings"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

const domain = "litigation"

// Reasons of the client's own, with [codes.DataLoss].
const (
	// ReasonStreamCut is that of a stream that ended well but without its summary, or with other than the number of
	// records that the summary states.
	ReasonStreamCut = "STREAM_CUT"
	// ReasonBatchCut is that of a batch that ended well but without an answer for every item.
	ReasonBatchCut = "BATCH_CUT"
)

// Error says that the gateway gave no answer. It tells nothing of the subject that was asked about, and may be logged.
//
//	var failure *litigation.Error
//	if errors.As(err, &failure) && failure.Reason == "BUDGET_EXHAUSTED" { … }
//
// Before asking again: not if RetryForbidden, since what was done may have been paid for; else after RetryDelay.
// [status.FromError] and [status.Code] read it like any error of gRPC's; [errors.Is] knows it as
// [context.DeadlineExceeded] or [context.Canceled] where it is one.
type Error struct {
	// Code is the canonical code.
	Code codes.Code
	// Reason is the gateway's, UPPER_SNAKE, as listed at LitigationService in the contract. It is empty if the failure is
	// not of the gateway's making, such as an unreachable server or a deadline that passed on the way.
	Reason string
	// Message is the gateway's own sentence.
	Message string
	// Metadata is what the gateway says besides, such as "incident": the key to its log.
	Metadata map[string]string
	// FieldViolations has every field of the request that is wrong, by its path.
	FieldViolations []*errdetails.BadRequest_FieldViolation
	// QuotaViolations has the quotas or budgets that are used up.
	QuotaViolations []*errdetails.QuotaFailure_Violation
	// RetryDelay is after how long asking again makes sense; zero if the gateway does not say.
	RetryDelay time.Duration
	// RetryForbidden is true if the gateway forbids to send the same again blindly.
	RetryForbidden bool

	status *status.Status
}

// Error is code, reason, the gateway's own sentence and the paths of the bad fields, on one line.
func (e *Error) Error() string {
	var text strings.Builder
	text.WriteString("litigation: " + e.Code.String())
	if e.Reason != "" {
		text.WriteString(" " + e.Reason)
	}
	if e.Message != "" {
		text.WriteString(": " + e.Message)
	}
	for i, violation := range e.FieldViolations {
		if i == 0 {
			text.WriteString(" [")
		} else {
			text.WriteString(", ")
		}
		text.WriteString(violation.GetField())
	}
	if len(e.FieldViolations) > 0 {
		text.WriteString("]")
	}
	return text.String()
}

// GRPCStatus is the status of the call.
func (e *Error) GRPCStatus() *status.Status {
	return e.status
}

// Is tells [errors.Is] of ends that a context brought. Those with a reason are the gateway's: a vendor was late, say.
func (e *Error) Is(target error) bool {
	switch {
	case e.Reason != "":
		return false
	case target == context.DeadlineExceeded:
		return e.Code == codes.DeadlineExceeded
	case target == context.Canceled:
		return e.Code == codes.Canceled
	default:
		return false
	}
}

func errorOf(err error, trailer metadata.MD) *Error {
	return errorOfStatus(status.Convert(err), forbidsRetry(trailer))
}

func errorOfStatus(s *status.Status, retryForbidden bool) *Error {
	e := &Error{Code: s.Code(), Message: s.Message(), RetryForbidden: retryForbidden, status: s}
	for _, detail := range s.Details() {
		switch detail := detail.(type) {
		case *errdetails.ErrorInfo:
			if detail.GetDomain() == domain && e.Reason == "" {
				e.Reason, e.Metadata = detail.GetReason(), detail.GetMetadata()
			}
		case *errdetails.BadRequest:
			e.FieldViolations = append(e.FieldViolations, detail.GetFieldViolations()...)
		case *errdetails.QuotaFailure:
			e.QuotaViolations = append(e.QuotaViolations, detail.GetViolations()...)
		case *errdetails.RetryInfo:
			e.RetryDelay = detail.GetRetryDelay().AsDuration()
		}
	}
	return e
}

// cut is the client's own finding that an answer was cut: what was received until then is not an answer.
func cut(what, reason string) *Error {
	s := status.New(codes.DataLoss, what)
	if detailed, err := s.WithDetails(&errdetails.ErrorInfo{Domain: domain, Reason: reason}); err == nil {
		s = detailed
	}
	return errorOfStatus(s, false)
}

// forbidsRetry is true for a negative number and, as gRFC A6 has it, for what is no number.
func forbidsRetry(trailer metadata.MD) bool {
	for _, pushback := range trailer.Get("grpc-retry-pushback-ms") {
		millis, err := strconv.ParseInt(pushback, 10, 64)
		return err != nil || millis < 0
	}
	return false
}
