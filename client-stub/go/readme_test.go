package litigation_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	litigation "litigation.io/litigation-go"
	"litigation.io/litigation-go/litigationv1"
)

// readme is the example of README.md, to see that it compiles.
func readme(ctx context.Context) error {
	client, err := litigation.NewClient("127.0.0.1:50051", litigation.WithPlaintext())
	if err != nil {
		return err
	}
	subject := &litigationv1.Subject{Kind: &litigationv1.Subject_Person{
		Person: &litigationv1.Person{Name: "张三", IdNumber: "310000199003070017"}}}
	answer, err := client.Search(ctx, &litigationv1.SearchRecordsRequest{Subject: subject})
	for _, record := range answer.GetRecords() {
		fmt.Println(record.GetTitle())
	}
	return err
}

func TestTheReadmesLinesAreThoseThatCompile(t *testing.T) {
	_ = readme
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("readme_test.go")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(text), "```go\n")
	example, _, _ := strings.Cut(after, "```")
	compiled := strings.Join(strings.Fields(string(source)), " ")
	for line := range strings.Lines(example) {
		if words := strings.Join(strings.Fields(line), " "); !strings.Contains(compiled, strings.TrimSuffix(words, "}")) {
			t.Errorf("not in this file: %s", line)
		}
	}
}
