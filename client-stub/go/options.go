package litigation

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"os"
	"time"

	"google.golang.org/grpc"
)

const (
	defaultTimeout   = 15 * time.Second
	defaultKeepAlive = 30 * time.Second
	keepAliveTimeout = 10 * time.Second
)

// Option is a setting of a [Client].
type Option func(*settings)

type settings struct {
	plaintext bool
	tls       *tls.Config
	apiKey    func(context.Context) (string, error)
	timeout   time.Duration
	keepAlive time.Duration
	userAgent string
	dial      []grpc.DialOption
	mistake   error
}

func defaults() settings {
	return settings{timeout: defaultTimeout, keepAlive: defaultKeepAlive}
}

// WithPlaintext does without encryption: for the same machine, or where a sidecar encrypts.
func WithPlaintext() Option {
	return func(s *settings) { s.plaintext = true }
}

// WithTLS sets whom to trust and, for mutual TLS, who to be; see [TLSFromFiles].
func WithTLS(config *tls.Config) Option {
	return func(s *settings) { s.tls = config }
}

// WithAPIKey says who calls, by the key that the gateway knows the caller by. It is sent with every call, never in
// plaintext to another machine.
func WithAPIKey(key string) Option {
	return func(s *settings) {
		s.mistake = errors.Join(s.mistake, checkKey(key))
		s.apiKey = func(context.Context) (string, error) { return key, nil }
	}
}

// WithAPIKeyFunc is WithAPIKey for a key that may change: it is asked for with every call.
func WithAPIKeyFunc(key func(context.Context) (string, error)) Option {
	return func(s *settings) { s.apiKey = key }
}

// WithTimeout sets how long a call may take whose context has no deadline. The gateway answers shortly before a deadline
// with what it has by then. A batch has none: it lasts as long as its items take.
func WithTimeout(timeout time.Duration) Option {
	return func(s *settings) { s.timeout = timeout }
}

// WithKeepAlive sets after how long without a sign of life, while a call waits, the connection is probed. gRPC allows no
// less than 10 seconds.
func WithKeepAlive(idle time.Duration) Option {
	return func(s *settings) { s.keepAlive = idle }
}

// WithUserAgent says which program calls, such as credit-scoring/2.3.
func WithUserAgent(program string) Option {
	return func(s *settings) { s.userAgent = program }
}

// WithDialOptions adds options of gRPC's own, such as the stats handler of OpenTelemetry's otelgrpc.
func WithDialOptions(options ...grpc.DialOption) Option {
	return func(s *settings) { s.dial = append(s.dial, options...) }
}

// TLSFromFiles makes a configuration from PEM files: the certificates to trust (empty: the system's) and, for mutual TLS,
// the client's own certificate, its chain following it, and its key (both empty: none).
func TLSFromFiles(trust, certificate, privateKey string) (*tls.Config, error) {
	config := &tls.Config{MinVersion: tls.VersionTLS12}
	if trust != "" {
		pem, err := os.ReadFile(trust)
		if err != nil {
			return nil, err
		}
		config.RootCAs = x509.NewCertPool()
		if !config.RootCAs.AppendCertsFromPEM(pem) {
			return nil, fmt.Errorf("no certificate in %s", trust)
		}
	}
	if certificate != "" || privateKey != "" {
		own, err := tls.LoadX509KeyPair(certificate, privateKey)
		if err != nil {
			return nil, err
		}
		config.Certificates = []tls.Certificate{own}
	}
	return config, nil
}

// check finds what makes no sense.
func (s *settings) check(target string) error {
	mistakes := s.mistake
	if s.plaintext && s.tls != nil {
		mistakes = errors.Join(mistakes, errors.New("litigation: plaintext or TLS, not both"))
	}
	if s.plaintext && s.apiKey != nil && !isLoopback(target) {
		mistakes = errors.Join(mistakes,
			errors.New("litigation: the API key is not sent to another machine in plaintext; use TLS"))
	}
	if s.timeout <= 0 {
		mistakes = errors.Join(mistakes, fmt.Errorf("litigation: not a positive timeout: %v", s.timeout))
	}
	if s.keepAlive <= 0 {
		mistakes = errors.Join(mistakes, fmt.Errorf("litigation: not a positive keep-alive: %v", s.keepAlive))
	}
	return mistakes
}

func (s *settings) fullUserAgent() string {
	own := "litigation-go/" + version()
	if s.userAgent != "" {
		return s.userAgent + " " + own
	}
	return own
}
