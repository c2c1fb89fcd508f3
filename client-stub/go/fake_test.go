package litigation

import (
	"context"
	"fmt"
	"net"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/protoadapt"

	litigationv1 "litigation.io/litigation-go/litigationv1"
)

const service = "litigation.v1.LitigationService"

var search = &litigationv1.SearchRecordsRequest{
	Subject: &litigationv1.Subject{Kind: &litigationv1.Subject_Person{Person: &litigationv1.Person{Name: "申屠砚舟"}}},
}

// fakeGateway answers as a test says, and notes how it was asked.
type fakeGateway struct {
	litigationv1.UnimplementedLitigationServiceServer
	litigationv1.UnimplementedLedgerServiceServer

	answer         func(context.Context, *litigationv1.SearchRecordsRequest) (*litigationv1.SearchRecordsResponse, error)
	parts          func(grpc.ServerStreamingServer[litigationv1.StreamRecordsResponse]) error
	item           func(*litigationv1.BatchSearchRecordsRequest) []*litigationv1.BatchSearchRecordsResponse
	endsBatchAfter int
	batchEndsWith  error
	providersFail  int32
	health         *health.Server

	searches, listings atomic.Int32
	ended              chan struct{}

	mu        sync.Mutex
	metadata  metadata.MD
	remaining time.Duration
}

func newFake() *fakeGateway {
	return &fakeGateway{
		answer: func(context.Context, *litigationv1.SearchRecordsRequest) (*litigationv1.SearchRecordsResponse, error) {
			return &litigationv1.SearchRecordsResponse{LookupId: "L1"}, nil
		},
		item: func(item *litigationv1.BatchSearchRecordsRequest) []*litigationv1.BatchSearchRecordsResponse {
			return []*litigationv1.BatchSearchRecordsResponse{{
				Key: item.GetKey(),
				Result: &litigationv1.BatchSearchRecordsResponse_Answer{
					Answer: &litigationv1.SearchRecordsResponse{LookupId: "of " + item.GetKey()},
				},
			}}
		},
		health: health.NewServer(),
		ended:  make(chan struct{}, 100),
	}
}

// serve gives the address at which the fake is served until the test ends.
func (f *fakeGateway) serve(t *testing.T, options ...grpc.ServerOption) string {
	t.Helper()
	listener := listen(t)
	f.serveAt(t, listener, options...)
	return listener.Addr().String()
}

// serveAt serves the fake until the test ends.
func (f *fakeGateway) serveAt(t *testing.T, listener net.Listener, options ...grpc.ServerOption) {
	t.Helper()
	server := grpc.NewServer(options...)
	litigationv1.RegisterLitigationServiceServer(server, f)
	litigationv1.RegisterLedgerServiceServer(server, f)
	f.health.SetServingStatus(service, healthpb.HealthCheckResponse_SERVING)
	healthpb.RegisterHealthServer(server, f.health)
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(server.Stop)
}

// client serves the fake and connects to it in plaintext.
func (f *fakeGateway) client(t *testing.T, options ...Option) *Client {
	t.Helper()
	return connect(t, f.serve(t), append([]Option{WithPlaintext()}, options...)...)
}

func connect(t *testing.T, target string, options ...Option) *Client {
	t.Helper()
	client, err := NewClient(target, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	return client
}

func (f *fakeGateway) begin(ctx context.Context) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.metadata, _ = metadata.FromIncomingContext(ctx)
	f.remaining = 0
	if deadline, has := ctx.Deadline(); has {
		f.remaining = time.Until(deadline)
	}
	context.AfterFunc(ctx, func() { f.ended <- struct{}{} })
}

// shown is a header of the last call.
func (f *fakeGateway) shown(header string) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return fmt.Sprint(f.metadata.Get(header))
}

// left is how long the last call might take; zero without a deadline.
func (f *fakeGateway) left() time.Duration {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.remaining
}

func (f *fakeGateway) awaitEnd(t *testing.T) {
	t.Helper()
	select {
	case <-f.ended:
	case <-time.After(30 * time.Second):
		t.Fatal("the call did not end")
	}
}

func (f *fakeGateway) SearchRecords(
	ctx context.Context, request *litigationv1.SearchRecordsRequest,
) (*litigationv1.SearchRecordsResponse, error) {
	f.begin(ctx)
	f.searches.Add(1)
	return f.answer(ctx, request)
}

func (f *fakeGateway) StreamRecords(
	_ *litigationv1.StreamRecordsRequest, stream grpc.ServerStreamingServer[litigationv1.StreamRecordsResponse],
) error {
	f.begin(stream.Context())
	return f.parts(stream)
}

func (f *fakeGateway) BatchSearchRecords(
	stream grpc.BidiStreamingServer[litigationv1.BatchSearchRecordsRequest, litigationv1.BatchSearchRecordsResponse],
) error {
	f.begin(stream.Context())
	for number := 1; ; number++ {
		item, err := stream.Recv()
		if err != nil {
			// Of an end that is no end of file nobody hears.
			return nil
		}
		for _, answer := range f.item(item) {
			if err := stream.Send(answer); err != nil {
				return err
			}
		}
		if number == f.endsBatchAfter {
			return f.batchEndsWith
		}
	}
}

func (f *fakeGateway) QuoteSearch(
	ctx context.Context, request *litigationv1.QuoteSearchRequest,
) (*litigationv1.QuoteSearchResponse, error) {
	f.begin(ctx)
	return &litigationv1.QuoteSearchResponse{RequestId: request.GetRequestId()}, nil
}

func (f *fakeGateway) ListProviders(
	ctx context.Context, request *litigationv1.ListProvidersRequest,
) (*litigationv1.ListProvidersResponse, error) {
	f.begin(ctx)
	if f.listings.Add(1) <= f.providersFail {
		return nil, status.Error(codes.Unavailable, "not yet")
	}
	number, next := follow(request.GetPageToken())
	return &litigationv1.ListProvidersResponse{
		Providers: []*litigationv1.Provider{{Name: "p" + number}}, NextPageToken: next,
	}, nil
}

func (f *fakeGateway) ListLookups(
	ctx context.Context, request *litigationv1.ListLookupsRequest,
) (*litigationv1.ListLookupsResponse, error) {
	f.begin(ctx)
	number, next := follow(request.GetPageToken())
	return &litigationv1.ListLookupsResponse{
		Lookups: []*litigationv1.Lookup{{LookupId: "l" + number}}, NextPageToken: next,
	}, nil
}

// follow has three pages: 0, 1 and 2.
func follow(token string) (number, next string) {
	if token == "" {
		token = "0"
	}
	if at, _ := strconv.Atoi(token); at < 2 {
		next = strconv.Itoa(at + 1)
	}
	return token, next
}

func part(records int) *litigationv1.StreamRecordsResponse {
	some := make([]*litigationv1.LitigationRecord, records)
	for i := range some {
		some[i] = &litigationv1.LitigationRecord{}
	}
	return &litigationv1.StreamRecordsResponse{Part: &litigationv1.StreamRecordsResponse_ProviderPart{
		ProviderPart: &litigationv1.ProviderPart{Provider: "xinshu", Records: some},
	}}
}

func summary(records int32) *litigationv1.StreamRecordsResponse {
	return &litigationv1.StreamRecordsResponse{Part: &litigationv1.StreamRecordsResponse_Summary{
		Summary: &litigationv1.StreamSummary{RecordCount: records, Complete: true},
	}}
}

// sends streams messages, then ends well.
func sends(
	messages ...*litigationv1.StreamRecordsResponse,
) func(grpc.ServerStreamingServer[litigationv1.StreamRecordsResponse]) error {
	return func(stream grpc.ServerStreamingServer[litigationv1.StreamRecordsResponse]) error {
		for _, message := range messages {
			if err := stream.Send(message); err != nil {
				return err
			}
		}
		return nil
	}
}

func failure(t *testing.T, code codes.Code, details ...protoadapt.MessageV1) error {
	t.Helper()
	detailed, err := status.New(code, "The gateway says so.").WithDetails(details...)
	if err != nil {
		t.Fatal(err)
	}
	return detailed.Err()
}

func info(reason string) *errdetails.ErrorInfo {
	return &errdetails.ErrorInfo{Domain: domain, Reason: reason, Metadata: map[string]string{"incident": "i1"}}
}
