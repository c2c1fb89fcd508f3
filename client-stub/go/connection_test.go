package litigation

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"io"
	"math/big"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/http2"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"

	litigationv1 "litigation.io/litigation-go/litigationv1"
)

func TestTLSWithTheTrustOfAFileShowsTheAPIKey(t *testing.T) {
	fake, pki := newFake(), newPKI(t)
	client := connect(t, fake.serve(t, pki.server(t, false)), WithTLS(pki.config(t, "")), WithAPIKey("key-1"))

	if _, err := client.Search(t.Context(), search); err != nil || fake.shown("authorization") != "[Bearer key-1]" {
		t.Error(err, fake.shown("authorization"))
	}
}

func TestTLSRefusesAServerOfAnAuthorityThatIsNotTrusted(t *testing.T) {
	fake, pki := newFake(), newPKI(t)
	_, err := connect(t, fake.serve(t, pki.server(t, false))).Search(t.Context(), search)

	if typed(t, err).Code != codes.Unavailable {
		t.Error(err)
	}
}

func TestMutualTLSShowsTheClientsCertificate(t *testing.T) {
	fake, pki := newFake(), newPKI(t)
	target := fake.serve(t, pki.server(t, true))

	if _, err := connect(t, target, WithTLS(pki.config(t, "client"))).Search(t.Context(), search); err != nil {
		t.Error(err)
	}
	if _, err := connect(t, target, WithTLS(pki.config(t, ""))).Search(t.Context(), search); typed(t, err).Code != codes.Unavailable {
		t.Error("without a certificate:", err)
	}
}

func TestAMissingFileIsNamed(t *testing.T) {
	if _, err := TLSFromFiles("absent.pem", "", ""); err == nil || !strings.Contains(err.Error(), "absent.pem") {
		t.Error(err)
	}
	if _, err := TLSFromFiles("", "own.pem", ""); err == nil {
		t.Error("a certificate without its key")
	}
	if _, err := TLSFromFiles("go.mod", "", ""); err == nil || !strings.Contains(err.Error(), "go.mod") {
		t.Error(err)
	}
}

func TestSaysWhoCallsWithWhichVersion(t *testing.T) {
	fake := newFake()
	client := fake.client(t, WithUserAgent("scoring/2.3"))

	if _, err := client.Search(t.Context(), search); err != nil || !strings.HasPrefix(fake.shown("user-agent"), "[scoring/2.3 litigation-go/") {
		t.Error(err, fake.shown("user-agent"))
	}
}

func TestAKeyMayChange(t *testing.T) {
	fake := newFake()
	var key atomic.Value
	client := fake.client(t, WithAPIKeyFunc(func(context.Context) (string, error) { return key.Load().(string), nil }))
	for _, now := range []string{"key-1", "key-2"} {
		key.Store(now)
		if _, err := client.Search(t.Context(), search); err != nil || fake.shown("authorization") != "[Bearer "+now+"]" {
			t.Error(err, fake.shown("authorization"))
		}
	}
}

func TestWhatIsWrongWithAKeyIsSaidWithoutTheKey(t *testing.T) {
	for _, key := range []string{"", "with blank", "line\nbreak", "钥匙"} {
		_, err := NewClient("127.0.0.1:1", WithPlaintext(), WithAPIKey(key))
		if err == nil || key != "" && strings.Contains(err.Error(), key) {
			t.Errorf("%q: %v", key, err)
		}
	}
	fake := newFake()
	client := fake.client(t, WithAPIKeyFunc(func(context.Context) (string, error) { return "", errors.New("secret-key") }))
	if _, err := client.Search(t.Context(), search); typed(t, err).Code != codes.Unauthenticated || strings.Contains(err.Error(), "secret") {
		t.Error(err)
	}
}

func TestAnotherMachineGetsNoKeyInPlaintext(t *testing.T) {
	for target, ours := range map[string]bool{
		"localhost:1": true, "127.0.0.1:1": true, "127.8.8.8": true, "[::1]:1": true, "dns:///localhost:1": true,
		"unix:/run/gateway": true, "unix:///run/gateway": true, "passthrough:///127.0.0.1:1": true,
		"gateway.example:443": false, "10.0.0.1:1": false, "dns:///gateway.example": false, "localhost.example:1": false,
		"dns://127.0.0.1/gateway.example:1": false, "[fe80::1]:1": false, "xds:///localhost:1": false,
	} {
		client, err := NewClient(target, WithPlaintext(), WithAPIKey("key-1"))
		if ours != (err == nil) {
			t.Errorf("%s: %v", target, err)
		}
		if err == nil {
			_ = client.Close()
		}
	}
}

func TestSettingsThatMakeNoSenseAreRefusedTogether(t *testing.T) {
	_, err := NewClient("127.0.0.1:1", WithPlaintext(), WithTLS(&tls.Config{}), WithTimeout(0), WithKeepAlive(-1))
	for _, mistake := range []string{"not both", "timeout: 0s", "keep-alive: -1ns"} {
		if err == nil || !strings.Contains(err.Error(), mistake) {
			t.Errorf("%s is not in: %v", mistake, err)
		}
	}
}

func TestAnUnreachableGatewayIsTheCallsFailure(t *testing.T) {
	_, err := connect(t, "127.0.0.1:1", WithPlaintext()).Search(t.Context(), search)
	if typed(t, err).Code != codes.Unavailable {
		t.Error(err)
	}
}

func TestWhatNoGatewayHasSeenIsSentAgain(t *testing.T) {
	for name, ask := range map[string]func(*Client) error{
		"a search": func(client *Client) error {
			_, err := client.Search(t.Context(), search)
			return err
		},
		"a stream": func(client *Client) error {
			var last error
			for _, err := range client.Stream(t.Context(), &litigationv1.StreamRecordsRequest{}).Parts() {
				last = err
			}
			return last
		},
	} {
		fake := newFake()
		fake.parts = sends(part(1), summary(1))
		listener := &leaving{Listener: listen(t)}
		fake.serveAt(t, listener)
		// The health check would be the call that is not seen.
		client := connect(t, listener.Addr().String(), WithPlaintext(), WithDialOptions(grpc.WithDisableHealthCheck()))
		if err := ask(client); err != nil || !listener.left.Load() {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// leaving has a gateway behind it that goes away as the first connection's call arrives, and leaves that call unseen.
type leaving struct {
	net.Listener
	left atomic.Bool
}

func (l *leaving) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if err != nil || l.left.Load() {
		return conn, err
	}
	if err := goAwayFrom(conn); err != nil {
		return nil, err
	}
	l.left.Store(true)
	return l.Listener.Accept()
}

func goAwayFrom(conn net.Conn) error {
	if _, err := io.ReadFull(conn, make([]byte, len(http2.ClientPreface))); err != nil {
		return err
	}
	framer := http2.NewFramer(conn, conn)
	if err := framer.WriteSettings(); err != nil {
		return err
	}
	for {
		frame, err := framer.ReadFrame()
		if err != nil {
			return err
		}
		if frame.Header().Type == http2.FrameHeaders {
			// A connection closed with something unread could take the farewell with it.
			go func() {
				_, _ = io.Copy(io.Discard, conn)
				_ = conn.Close()
			}()
			return framer.WriteGoAway(0, http2.ErrCodeNo, nil)
		}
	}
}

func listen(t *testing.T) net.Listener {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return listener
}

func TestTheProxyOfTheEnvironmentIsNotAskedForWhatIsOnThisMachine(t *testing.T) {
	fake, proxy := newFake(), listen(t)
	_, port, _ := net.SplitHostPort(fake.serve(t))
	defer func() { _ = proxy.Close() }()
	// Go reads the environment once.
	if os.Getenv("LITIGATION_TEST_PORT") == "" {
		again := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
		again.Env = append(os.Environ(), "LITIGATION_TEST_PORT="+port, "HTTPS_PROXY=http://"+proxy.Addr().String())
		if said, err := again.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, said)
		}
		return
	}
	for _, host := range []string{"127.0.0.1", "localhost", "LOCALHOST", "dns:///localhost"} {
		target := host + ":" + os.Getenv("LITIGATION_TEST_PORT")
		client := connect(t, target, WithPlaintext(), WithAPIKey("key-1"), WithTimeout(5*time.Second))
		if _, err := client.Search(t.Context(), search); err != nil {
			t.Errorf("%s: %v", target, err)
		}
	}
}

// pki is a certificate authority of the moment and what it signs.
type pki struct {
	folder string
	key    *ecdsa.PrivateKey
	ca     *x509.Certificate
}

func newPKI(t *testing.T) *pki {
	p := &pki{folder: t.TempDir()}
	p.key, p.ca = p.sign(t, "ca", &x509.Certificate{IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign})
	for _, name := range []string{"server", "client"} {
		p.sign(t, name, &x509.Certificate{IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}})
	}
	return p
}

// sign writes a certificate and its key; the first one signs itself.
func (p *pki) sign(t *testing.T, name string, certificate *x509.Certificate) (*ecdsa.PrivateKey, *x509.Certificate) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	certificate.SerialNumber = big.NewInt(time.Now().UnixNano())
	certificate.Subject = pkix.Name{CommonName: name}
	certificate.NotBefore, certificate.NotAfter = time.Now().Add(-time.Hour), time.Now().Add(time.Hour)
	signer, authority := key, certificate
	if p.ca != nil {
		signer, authority = p.key, p.ca
	}
	der, err := x509.CreateCertificate(rand.Reader, certificate, authority, &key.PublicKey, signer)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	p.write(t, name+".pem", "CERTIFICATE", der)
	p.write(t, name+".key", "PRIVATE KEY", secret)
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return key, parsed
}

func (p *pki) write(t *testing.T, name, kind string, content []byte) {
	t.Helper()
	block := pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: content})
	if err := os.WriteFile(filepath.Join(p.folder, name), block, 0o600); err != nil {
		t.Fatal(err)
	}
}

// config trusts the authority; own may be empty.
func (p *pki) config(t *testing.T, own string) *tls.Config {
	t.Helper()
	var certificate, key string
	if own != "" {
		certificate, key = filepath.Join(p.folder, own+".pem"), filepath.Join(p.folder, own+".key")
	}
	config, err := TLSFromFiles(filepath.Join(p.folder, "ca.pem"), certificate, key)
	if err != nil {
		t.Fatal(err)
	}
	return config
}

func (p *pki) server(t *testing.T, mutual bool) grpc.ServerOption {
	t.Helper()
	config := p.config(t, "server")
	if mutual {
		config.ClientCAs, config.ClientAuth = config.RootCAs, tls.RequireAndVerifyClientCert
	}
	return grpc.Creds(credentials.NewTLS(config))
}
