package litigation

import (
	"context"
	_ "embed"
	"runtime/debug"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	// round_robin asks each replica whether it serves.
	_ "google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/keepalive"
	"google.golang.org/grpc/metadata"

	litigationv1 "litigation.io/litigation-go/litigationv1"
)

// Load balancing, health checking, and retries of what pays nothing: one file for the clients of all languages.
//
//go:embed serviceconfig.json
var serviceConfig string

// Client is a client of the gateway. It is safe for concurrent use: make one and keep it.
//
// It never repeats a search by itself, since a second one may be paid for a second time. What pays nothing, quotes and
// listings, it tries up to three times while the gateway is unavailable. Failures are [*Error].
type Client struct {
	conn    *grpc.ClientConn
	service litigationv1.LitigationServiceClient
	ledger  litigationv1.LedgerServiceClient
	health  healthpb.HealthClient
}

// NewClient makes a client of the gateway at a target: host:port, or any gRPC target name such as
// dns:///gateway.example:443. Calls are spread over all addresses that a name stands for and that say they serve. It
// connects with the first call, so that an unreachable gateway is that call's failure.
//
// Without options it trusts the system's certificate authorities, is anonymous, and gives calls 15 seconds.
func NewClient(target string, options ...Option) (*Client, error) {
	s := defaults()
	for _, option := range options {
		option(&s)
	}
	if err := s.check(target); err != nil {
		return nil, err
	}
	conn, err := grpc.NewClient(target, s.dialOptions(target)...)
	if err != nil {
		return nil, err
	}
	return &Client{
		conn:    conn,
		service: litigationv1.NewLitigationServiceClient(conn),
		ledger:  litigationv1.NewLedgerServiceClient(conn),
		health:  healthpb.NewHealthClient(conn),
	}, nil
}

func (s *settings) dialOptions(target string) []grpc.DialOption {
	transport := insecure.NewCredentials()
	if !s.plaintext {
		transport = credentials.NewTLS(s.tls)
	}
	calls := s.callDefaults()
	options := []grpc.DialOption{
		grpc.WithTransportCredentials(transport),
		grpc.WithUserAgent(s.fullUserAgent()),
		grpc.WithKeepaliveParams(keepalive.ClientParameters{Time: s.keepAlive, Timeout: keepAliveTimeout}),
		grpc.WithDefaultServiceConfig(serviceConfig),
		grpc.WithDisableServiceConfig(),
		grpc.WithChainUnaryInterceptor(calls.unary),
		grpc.WithChainStreamInterceptor(calls.stream),
	}
	if isLoopback(target) {
		// The proxy of the environment would get what is for this machine: gRPC spares localhost, but not Localhost.
		options = append(options, grpc.WithNoProxy())
	}
	return append(options, s.dial...)
}

// Conn is the connection, with the client's defaults, for stubs of other services.
func (c *Client) Conn() *grpc.ClientConn {
	return c.conn
}

// Close ends calls in flight and the connections.
func (c *Client) Close() error {
	return c.conn.Close()
}

// Search looks one subject up: the first page of the answer, or the page of the request's token.
func (c *Client) Search(
	ctx context.Context, request *litigationv1.SearchRecordsRequest, options ...grpc.CallOption,
) (*litigationv1.SearchRecordsResponse, error) {
	return call(ctx, c.service.SearchRecords, request, options)
}

// Quote tells what a search would do and cost now. It asks no vendor.
func (c *Client) Quote(
	ctx context.Context, request *litigationv1.QuoteSearchRequest, options ...grpc.CallOption,
) (*litigationv1.QuoteSearchResponse, error) {
	return call(ctx, c.service.QuoteSearch, request, options)
}

// Health asks what the gateway says of a service of its own, or of itself if service is empty.
func (c *Client) Health(
	ctx context.Context, service string, options ...grpc.CallOption,
) (healthpb.HealthCheckResponse_ServingStatus, error) {
	answer, err := call(ctx, c.health.Check, &healthpb.HealthCheckRequest{Service: service}, options)
	return answer.GetStatus(), err
}

func call[Q, A any](
	ctx context.Context, method func(context.Context, Q, ...grpc.CallOption) (A, error), request Q,
	options []grpc.CallOption,
) (A, error) {
	var trailer metadata.MD
	answer, err := method(ctx, request, append(options[:len(options):len(options)], grpc.Trailer(&trailer))...)
	if err != nil {
		var none A
		return none, errorOf(err, trailer)
	}
	return answer, nil
}

// version is the module's, as the program that has it was built.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, module := range append(info.Deps, &info.Main) {
			if module.Path == "litigation.io/litigation-go" && module.Version != "" {
				return module.Version
			}
		}
	}
	return "(devel)"
}
