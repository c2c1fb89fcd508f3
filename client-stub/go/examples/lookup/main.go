// Command lookup looks a company up and says what is known of it: lookup [ADDRESS], while ./litigation sandbox runs.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	litigation "litigation.io/litigation-go"
	"litigation.io/litigation-go/litigationv1"
)

func main() {
	address := "127.0.0.1:50051"
	if len(os.Args) > 1 {
		address = os.Args[1]
	}
	if err := lookUp(context.Background(), address); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func lookUp(ctx context.Context, address string) error {
	client, err := litigation.NewClient(address, litigation.WithPlaintext())
	if err != nil {
		return err
	}
	defer client.Close()
	request := &litigationv1.SearchRecordsRequest{
		Subject: &litigationv1.Subject{Kind: &litigationv1.Subject_Organization{
			Organization: &litigationv1.Organization{Name: "上海虚谷示例贸易有限公司", CreditCode: "91310000000000019Q"},
		}},
		Purpose: &litigationv1.Purpose{Code: litigationv1.PurposeCode_PURPOSE_CODE_COUNTERPARTY_REVIEW},
	}
	for page, err := range client.SearchPages(ctx, request) {
		var failure *litigation.Error
		if errors.As(err, &failure) && failure.Reason == "REQUEST_INVALID" {
			for _, violation := range failure.FieldViolations {
				fmt.Fprintf(os.Stderr, "%s: %s\n", violation.GetField(), violation.GetDescription())
			}
		}
		if err != nil {
			return err
		}
		show(page)
	}
	return nil
}

func show(page *litigationv1.SearchRecordsResponse) {
	for _, record := range page.GetRecords() {
		fmt.Print(record.GetCategory())
		for _, number := range record.GetCaseNumbers() {
			fmt.Print("  ", number.GetCanonical())
		}
		fmt.Println(" ", record.GetCourt().GetName())
	}
	for _, outcome := range page.GetOutcomes() {
		fmt.Printf("%s/%s: %s\n", outcome.GetProvider(), outcome.GetOffering(), outcome.GetState())
	}
	// Without records this would mean "nothing found" only if it is complete.
	fmt.Println("complete:", page.GetComplete())
}
