package litigation

import (
	"context"
	"time"

	"google.golang.org/grpc"
)

// callDefaults gives calls what they have not of their own: a deadline, and the caller's key. They are those of the
// client's calls only: the health check that gRPC makes for itself shows no key.
type callDefaults struct {
	timeout time.Duration
	options []grpc.CallOption
}

func (s *settings) callDefaults() callDefaults {
	defaults := callDefaults{timeout: s.timeout}
	if s.apiKey != nil {
		key := apiKey{key: s.apiKey, private: !s.plaintext}
		defaults.options = []grpc.CallOption{grpc.PerRPCCredentials(key)}
	}
	return defaults
}

// with puts the defaults before a call's own options, which win.
func (d callDefaults) with(options []grpc.CallOption) []grpc.CallOption {
	return append(d.options[:len(d.options):len(d.options)], options...)
}

func (d callDefaults) unary(
	ctx context.Context, method string, request, answer any, conn *grpc.ClientConn, next grpc.UnaryInvoker,
	options ...grpc.CallOption,
) error {
	if _, has := ctx.Deadline(); !has {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, d.timeout)
		defer cancel()
	}
	return next(ctx, method, request, answer, conn, d.with(options)...)
}

// stream leaves a call without a deadline whose requests are a stream: it lasts as long as it is fed.
func (d callDefaults) stream(
	ctx context.Context, description *grpc.StreamDesc, conn *grpc.ClientConn, method string, next grpc.Streamer,
	options ...grpc.CallOption,
) (grpc.ClientStream, error) {
	if _, has := ctx.Deadline(); has || description.ClientStreams {
		return next(ctx, description, conn, method, d.with(options)...)
	}
	ctx, cancel := context.WithTimeout(ctx, d.timeout)
	// Not by the stream's context: whoever asks for it forgoes that gRPC sends again what no gateway has seen.
	ended := grpc.OnFinish(func(error) { cancel() })
	stream, err := next(ctx, description, conn, method, append(d.with(options), ended)...)
	if err != nil {
		cancel()
		return nil, err
	}
	return stream, nil
}
