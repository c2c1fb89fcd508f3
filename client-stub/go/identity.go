package litigation

import (
	"context"
	"errors"
	"net"
	"regexp"
	"strings"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// apiKey says who calls, with every call.
type apiKey struct {
	key     func(context.Context) (string, error)
	private bool
}

func (a apiKey) GetRequestMetadata(ctx context.Context, _ ...string) (map[string]string, error) {
	key, err := a.key(ctx)
	if err != nil {
		// What it says may quote the key.
		return nil, status.Error(codes.Unauthenticated, "there is no API key that could be sent")
	}
	if err := checkKey(key); err != nil {
		return nil, status.Error(codes.Unauthenticated, err.Error())
	}
	return map[string]string{"authorization": "Bearer " + key}, nil
}

// RequireTransportSecurity is false for this machine only: NewClient refuses the rest.
func (a apiKey) RequireTransportSecurity() bool {
	return a.private
}

func (a apiKey) String() string {
	return "apiKey(***)"
}

var printable = regexp.MustCompile(`^[!-~]+$`)

func checkKey(key string) error {
	if !printable.MatchString(key) {
		return errors.New("litigation: an API key is of printable ASCII characters without blanks")
	}
	return nil
}

// isLoopback tells whether a gRPC target name is of this machine, by what it says: nothing is resolved.
func isLoopback(target string) bool {
	scheme, rest, found := strings.Cut(target, ":")
	if found {
		switch scheme {
		case "unix", "unix-abstract":
			return true
		case "dns", "passthrough":
			target = rest[strings.LastIndex(rest, "/")+1:]
		}
	}
	host, _, err := net.SplitHostPort(target)
	if err != nil {
		host = strings.Trim(target, "[]")
	}
	if strings.EqualFold(host, "localhost") {
		return true
	}
	address := net.ParseIP(host)
	return address != nil && address.IsLoopback()
}
