package litigation

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"strings"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/durationpb"

	litigationv1 "litigation.io/litigation-go/litigationv1"
)

func TestSearchIsAnsweredWithinTheDefaultTimeoutUnlessTheContextHasADeadline(t *testing.T) {
	fake := newFake()
	client := fake.client(t)

	answer, err := client.Search(t.Context(), search)
	if err != nil || answer.GetLookupId() != "L1" {
		t.Fatalf("%v, %v", answer, err)
	}
	if left := fake.left(); left <= 5*time.Second || left > 16*time.Second {
		t.Errorf("the deadline is %v away", left)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
	defer cancel()
	if _, err := client.Search(ctx, search); err != nil || fake.left() > 4*time.Second {
		t.Errorf("%v, the deadline is %v away", err, fake.left())
	}
}

func TestADeadlineThatPassedIsOneOfTheContext(t *testing.T) {
	fake := newFake()
	fake.answer = waits
	_, err := fake.client(t, WithTimeout(200*time.Millisecond)).Search(t.Context(), search)

	if !errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if e := typed(t, err); e.Code != codes.DeadlineExceeded || e.Reason != "" {
		t.Errorf("%+v", e)
	}
}

func TestAVendorsTimeOutIsNoneOfTheContext(t *testing.T) {
	fake := newFake()
	fake.answer = fails(failure(t, codes.DeadlineExceeded, info("VENDOR_TIMED_OUT")))
	_, err := fake.client(t).Search(t.Context(), search)

	if errors.Is(err, context.DeadlineExceeded) || typed(t, err).Code != codes.DeadlineExceeded {
		t.Errorf("%v", err)
	}
}

func TestAValueThatThisClientDoesNotKnowIsKept(t *testing.T) {
	fake := newFake()
	fake.answer = func(context.Context, *litigationv1.SearchRecordsRequest) (*litigationv1.SearchRecordsResponse, error) {
		return &litigationv1.SearchRecordsResponse{Outcomes: []*litigationv1.ProviderOutcome{{State: 99}}}, nil
	}
	answer, err := fake.client(t).Search(t.Context(), search)

	if err != nil || answer.GetOutcomes()[0].GetState().String() != "99" {
		t.Error(answer, err)
	}
}

func TestACancelledContextEndsTheCall(t *testing.T) {
	fake := newFake()
	ctx, cancel := context.WithCancel(t.Context())
	fake.answer = func(
		ctx context.Context, request *litigationv1.SearchRecordsRequest,
	) (*litigationv1.SearchRecordsResponse, error) {
		cancel()
		return waits(ctx, request)
	}
	_, err := fake.client(t).Search(ctx, search)

	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	fake.awaitEnd(t)
}

func TestARefusalNamesTheBadFieldsAndNothingOfTheSubject(t *testing.T) {
	fake := newFake()
	fake.answer = fails(failure(t, codes.InvalidArgument, info("REQUEST_INVALID"), &errdetails.BadRequest{
		FieldViolations: []*errdetails.BadRequest_FieldViolation{
			{Field: "subject.person.name"}, {Field: "subject.person.mobile", Reason: "MOBILE_INVALID"},
		},
	}))
	_, err := fake.client(t).Search(t.Context(), search)

	e := typed(t, err)
	if e.Reason != "REQUEST_INVALID" || e.Metadata["incident"] != "i1" || e.RetryForbidden || e.RetryDelay != 0 {
		t.Errorf("%+v", e)
	}
	if len(e.FieldViolations) != 2 || e.FieldViolations[1].GetReason() != "MOBILE_INVALID" {
		t.Errorf("%+v", e.FieldViolations)
	}
	const text = "litigation: InvalidArgument REQUEST_INVALID: The gateway says so. [subject.person.name, subject.person.mobile]"
	if err.Error() != text {
		t.Error(err)
	}
	if status.Code(err) != codes.InvalidArgument {
		t.Errorf("gRPC reads %v", status.Code(err))
	}
}

func TestAUsedUpBudgetSaysWhichAndUntilWhen(t *testing.T) {
	fake := newFake()
	fake.answer = fails(failure(t, codes.ResourceExhausted, info("BUDGET_EXHAUSTED"),
		&errdetails.QuotaFailure{Violations: []*errdetails.QuotaFailure_Violation{{Subject: "caller:loans"}}},
		&errdetails.RetryInfo{RetryDelay: durationpb.New(1500 * time.Millisecond)}))
	_, err := fake.client(t).Search(t.Context(), search)

	e := typed(t, err)
	if len(e.QuotaViolations) != 1 || e.QuotaViolations[0].GetSubject() != "caller:loans" || e.RetryDelay != 1500*time.Millisecond {
		t.Errorf("%+v", e)
	}
}

func TestThePushbackTrailerForbidsARetry(t *testing.T) {
	for pushback, forbidden := range map[string]bool{"-1": true, "soon": true, "100": false} {
		fake := newFake()
		fake.answer = func(
			ctx context.Context, _ *litigationv1.SearchRecordsRequest,
		) (*litigationv1.SearchRecordsResponse, error) {
			_ = grpc.SetTrailer(ctx, metadata.Pairs("grpc-retry-pushback-ms", pushback))
			return nil, status.Error(codes.Aborted, "")
		}
		_, err := fake.client(t).Search(t.Context(), search)

		if e := typed(t, err); e.RetryForbidden != forbidden {
			t.Errorf("%q forbids: %v", pushback, e.RetryForbidden)
		}
	}
}

func TestAReasonOfAnotherDomainIsNotTheGateways(t *testing.T) {
	fake := newFake()
	fake.answer = fails(failure(t, codes.NotFound, &errdetails.ErrorInfo{Domain: "proxy", Reason: "NO_ROUTE"}))
	_, err := fake.client(t).Search(t.Context(), search)

	if e := typed(t, err); e.Code != codes.NotFound || e.Reason != "" {
		t.Errorf("%+v", e)
	}
}

func TestWhatMayBePaidForIsNeverRepeated(t *testing.T) {
	fake := newFake()
	fake.answer = fails(status.Error(codes.Unavailable, ""))
	_, err := fake.client(t).Search(t.Context(), search)

	if typed(t, err).Code != codes.Unavailable || fake.searches.Load() != 1 {
		t.Errorf("%v after %d searches", err, fake.searches.Load())
	}
}

func TestWhatPaysNothingIsTriedAgain(t *testing.T) {
	fake := newFake()
	fake.providersFail = 2
	var names []string
	for provider, err := range fake.client(t).Providers(t.Context(), nil) {
		names = append(names, provider.GetName())
		if err != nil {
			t.Fatal(err)
		}
	}

	if fmt.Sprint(names) != "[p0 p1 p2]" || fake.listings.Load() != 5 {
		t.Errorf("%v after %d listings", names, fake.listings.Load())
	}
}

func TestPagesAreFetchedWhenTheyAreAskedFor(t *testing.T) {
	fake := newFake()
	fake.answer = func(
		_ context.Context, request *litigationv1.SearchRecordsRequest,
	) (*litigationv1.SearchRecordsResponse, error) {
		number, next := follow(request.GetPageToken())
		return &litigationv1.SearchRecordsResponse{
			LookupId: number + request.GetSubject().GetPerson().GetName(), NextPageToken: next,
		}, nil
	}
	client := fake.client(t)
	var pages []string
	for page, err := range client.SearchPages(t.Context(), search) {
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, page.GetLookupId())
		if int(fake.searches.Load()) != len(pages) {
			t.Errorf("%d searches for %d pages", fake.searches.Load(), len(pages))
		}
	}

	if fmt.Sprint(pages) != "[0申屠砚舟 1申屠砚舟 2申屠砚舟]" || search.GetPageToken() != "" {
		t.Error(pages)
	}
	for range client.SearchPages(t.Context(), search) {
		break
	}
	if fake.searches.Load() != 4 {
		t.Error("who stopped was given more")
	}
}

func TestAPageThatFailsIsTheLast(t *testing.T) {
	fake := newFake()
	fake.answer = fails(failure(t, codes.FailedPrecondition, info("PAGE_TOKEN_EXPIRED")))
	var failures []error
	for _, err := range fake.client(t).SearchPages(t.Context(), search) {
		failures = append(failures, err)
	}

	if len(failures) != 1 || typed(t, failures[0]).Reason != "PAGE_TOKEN_EXPIRED" {
		t.Error(failures)
	}
}

func TestLookupsQuoteAndHealth(t *testing.T) {
	client := newFake().client(t)
	var lookups []string
	for lookup, err := range client.Lookups(t.Context(), &litigationv1.ListLookupsRequest{PageSize: 1}) {
		if err != nil {
			t.Fatal(err)
		}
		lookups = append(lookups, lookup.GetLookupId())
	}
	quote, err := client.Quote(t.Context(), &litigationv1.QuoteSearchRequest{RequestId: "q-1"})

	if fmt.Sprint(lookups) != "[l0 l1 l2]" || err != nil || quote.GetRequestId() != "q-1" {
		t.Error(lookups, quote, err)
	}
	serving, err := client.Health(t.Context(), service)
	if err != nil || serving != healthpb.HealthCheckResponse_SERVING {
		t.Error(serving, err)
	}
	if _, err := client.Health(t.Context(), "no.such.Service"); typed(t, err).Code != codes.NotFound {
		t.Error(err)
	}
}

func TestAStreamGivesPartsAndThenItsSummary(t *testing.T) {
	fake := newFake()
	fake.parts = sends(part(2), &litigationv1.StreamRecordsResponse{}, part(1), summary(3))
	stream := fake.client(t).Stream(t.Context(), &litigationv1.StreamRecordsRequest{})
	var records []int
	for part, err := range stream.Parts() {
		if err != nil || stream.Summary() != nil {
			t.Fatal(err, stream.Summary())
		}
		records = append(records, len(part.GetRecords()))
	}

	if fmt.Sprint(records) != "[2 1]" || !stream.Summary().GetComplete() {
		t.Error(records, stream.Summary())
	}
	if left := fake.left(); left <= 5*time.Second || left > 16*time.Second {
		t.Errorf("the deadline is %v away", left)
	}
	for _, err := range stream.Parts() {
		if err == nil {
			t.Error("parts were given twice")
		}
	}
}

func TestACutStreamIsNoAnswer(t *testing.T) {
	for name, messages := range map[string][]*litigationv1.StreamRecordsResponse{
		"nothing":                  {},
		"no summary":               {part(2)},
		"a record lost":            {part(2), summary(3)},
		"a part after the summary": {summary(0), part(1)},
		"two summaries":            {summary(0), summary(0)},
	} {
		fake := newFake()
		fake.parts = sends(messages...)
		stream := fake.client(t).Stream(t.Context(), &litigationv1.StreamRecordsRequest{})
		var last error
		for _, err := range stream.Parts() {
			last = err
		}
		if e := typed(t, last); e.Code != codes.DataLoss || e.Reason != ReasonStreamCut || stream.Summary() != nil {
			t.Errorf("%s: %v", name, last)
		}
	}
}

func TestAStreamThatFailsIsTyped(t *testing.T) {
	fake := newFake()
	fake.parts = func(stream grpc.ServerStreamingServer[litigationv1.StreamRecordsResponse]) error {
		_ = stream.Send(part(1))
		stream.SetTrailer(metadata.Pairs("grpc-retry-pushback-ms", "-1"))
		return failure(t, codes.Aborted, info("PROVIDERS_FAILED"))
	}
	var last error
	for _, err := range fake.client(t).Stream(t.Context(), &litigationv1.StreamRecordsRequest{}).Parts() {
		last = err
	}

	if e := typed(t, last); e.Reason != "PROVIDERS_FAILED" || !e.RetryForbidden {
		t.Errorf("%+v", e)
	}
}

func TestWhoLeavesAStreamEndsTheCall(t *testing.T) {
	fake := newFake()
	fake.parts = func(stream grpc.ServerStreamingServer[litigationv1.StreamRecordsResponse]) error {
		_ = stream.Send(part(1))
		<-stream.Context().Done()
		return nil
	}
	for range fake.client(t).Stream(t.Context(), &litigationv1.StreamRecordsRequest{}).Parts() {
		break
	}

	fake.awaitEnd(t)
}

func TestEveryItemOfABatchIsAnsweredAndIsTakenWhenThereIsRoomForIt(t *testing.T) {
	fake := newFake()
	client := fake.client(t)
	taken := 0
	counted := func(yield func(string, *litigationv1.SearchRecordsRequest) bool) {
		for key, item := range items(100) {
			taken++
			if !yield(key, item) {
				return
			}
		}
	}
	answers := map[string]string{}
	for answer, err := range client.SearchBatch(t.Context(), counted) {
		if err != nil || answer.Err != nil {
			t.Fatal(err, answer.Err)
		}
		answers[answer.Key] = answer.Answer.GetLookupId()
		if taken-len(answers) > onTheirWay {
			t.Errorf("%d taken, %d answered", taken, len(answers))
		}
	}

	if len(answers) != 100 || answers["k99"] != "of k99" {
		t.Error(answers)
	}
	if fake.left() != 0 {
		t.Errorf("a batch lasts as long as it is fed, but the deadline is %v away", fake.left())
	}
	for answer, err := range client.SearchBatch(t.Context(), maps.All(map[string]*litigationv1.SearchRecordsRequest{})) {
		t.Error(answer, err)
	}
}

func TestAnItemsErrorReadsLikeACalls(t *testing.T) {
	fake := newFake()
	failed := status.Convert(failure(t, codes.Aborted, info("PROVIDERS_FAILED"))).Proto()
	fake.item = func(item *litigationv1.BatchSearchRecordsRequest) []*litigationv1.BatchSearchRecordsResponse {
		return []*litigationv1.BatchSearchRecordsResponse{{
			Key: item.GetKey(), ItemNumber: 1, RetryForbidden: true,
			Result: &litigationv1.BatchSearchRecordsResponse_Error{Error: failed},
		}}
	}
	for answer, err := range fake.client(t).SearchBatch(t.Context(), items(1)) {
		if err != nil || answer.Answer != nil || answer.ItemNumber != 1 {
			t.Fatal(answer, err)
		}
		if e := typed(t, answer.Err); e.Reason != "PROVIDERS_FAILED" || !e.RetryForbidden {
			t.Errorf("%+v", e)
		}
	}
}

func TestABatchThatEndsWithItemsUnansweredIsNoAnswer(t *testing.T) {
	silent := func(*litigationv1.BatchSearchRecordsRequest) []*litigationv1.BatchSearchRecordsResponse { return nil }
	twice := func(item *litigationv1.BatchSearchRecordsRequest) []*litigationv1.BatchSearchRecordsResponse {
		return []*litigationv1.BatchSearchRecordsResponse{{Key: item.GetKey()}, {Key: item.GetKey()}}
	}
	for _, fake := range []*fakeGateway{{item: silent, endsBatchAfter: 3}, {item: twice}} {
		fake.health, fake.ended = newFake().health, make(chan struct{}, 10)
		if e := typed(t, lastError(fake.client(t), 20)); e.Code != codes.DataLoss || e.Reason != ReasonBatchCut {
			t.Errorf("%+v", e)
		}
	}
}

func TestABatchThatIsRefusedWhileItSendsSaysWhy(t *testing.T) {
	for after := 1; after < 20; after += 3 {
		fake := newFake()
		fake.endsBatchAfter, fake.batchEndsWith = after, failure(t, codes.PermissionDenied, info("VIEW_NOT_ALLOWED"))
		if e := typed(t, lastError(fake.client(t), 1000)); e.Code != codes.PermissionDenied || e.Reason != "VIEW_NOT_ALLOWED" {
			t.Errorf("after %d: %+v", after, e)
		}
	}
}

func TestWhoLeavesABatchEndsTheCall(t *testing.T) {
	fake := newFake()
	for range fake.client(t).SearchBatch(t.Context(), items(1000)) {
		break
	}

	fake.awaitEnd(t)
}

func TestAReplicaThatDoesNotServeIsLeftAlone(t *testing.T) {
	fake := newFake()
	client := fake.client(t)
	fake.health.SetServingStatus(service, healthpb.HealthCheckResponse_NOT_SERVING)

	_, err := client.Search(t.Context(), search)
	if typed(t, err).Code != codes.Unavailable || fake.searches.Load() != 0 {
		t.Errorf("%v after %d searches", err, fake.searches.Load())
	}
}

func TestErrorsDoNotQuoteTheSubject(t *testing.T) {
	fake := newFake()
	fake.answer = waits
	_, err := fake.client(t, WithTimeout(100*time.Millisecond)).Search(t.Context(), search)

	if text := fmt.Sprintf("%v %+v", err, err); strings.Contains(text, search.GetSubject().GetPerson().GetName()) {
		t.Error(text)
	}
}

func items(number int) iter.Seq2[string, *litigationv1.SearchRecordsRequest] {
	return func(yield func(string, *litigationv1.SearchRecordsRequest) bool) {
		for i := range number {
			if !yield(fmt.Sprintf("k%d", i), search) {
				return
			}
		}
	}
}

func lastError(client *Client, number int) (last error) {
	for _, err := range client.SearchBatch(context.Background(), items(number)) {
		last = err
	}
	return last
}

func typed(t *testing.T, err error) *Error {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("not typed: %v", err)
	}
	return e
}

func fails(err error) func(context.Context, *litigationv1.SearchRecordsRequest) (*litigationv1.SearchRecordsResponse, error) {
	return func(context.Context, *litigationv1.SearchRecordsRequest) (*litigationv1.SearchRecordsResponse, error) {
		return nil, err
	}
}

// waits for the end of the call.
func waits(ctx context.Context, _ *litigationv1.SearchRecordsRequest) (*litigationv1.SearchRecordsResponse, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}
