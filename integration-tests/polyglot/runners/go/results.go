package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"google.golang.org/genproto/googleapis/rpc/code"
	"google.golang.org/genproto/googleapis/type/money"

	litigation "litigation.io/litigation-go"
	"litigation.io/litigation-go/litigationv1"
)

type result map[string]any

// texts is a set.
type texts map[string]bool

func (t texts) add(text string) {
	t[text] = true
}

func (t texts) sorted() []string {
	if len(t) == 0 {
		return []string{}
	}
	return slices.Sorted(maps.Keys(t))
}

func found(pages ...*litigationv1.SearchRecordsResponse) result {
	var records []*litigationv1.LitigationRecord
	for _, page := range pages {
		records = append(records, page.GetRecords()...)
	}
	last := pages[len(pages)-1]
	all := together(records, pages[0])
	all["outcomes"], all["complete"] = states(last.GetOutcomes()), last.GetComplete()
	return all
}

func states(outcomes []*litigationv1.ProviderOutcome) map[string]string {
	states := map[string]string{}
	for _, outcome := range outcomes {
		states[outcome.GetProvider()+"/"+outcome.GetOffering()] = outcome.GetState().String()
	}
	return states
}

func quoted(answer *litigationv1.QuoteSearchResponse) result {
	offerings := result{}
	for _, quote := range answer.GetQuotes() {
		offerings[quote.GetProvider()+"/"+quote.GetOffering()] = result{
			"disposition": quote.GetDisposition().String(), "price": amount(quote.GetPrice()),
		}
	}
	totals := texts{}
	for _, total := range answer.GetTotals() {
		totals.add(amount(total))
	}
	return result{"code": "OK", "offerings": offerings, "totals": totals.sorted()}
}

func amount(m *money.Money) string {
	return fmt.Sprintf("%d.%02d %s", m.GetUnits(), m.GetNanos()/10_000_000, m.GetCurrencyCode())
}

func failed(err error) result {
	var failure *litigation.Error
	if !errors.As(err, &failure) {
		panic(err)
	}
	r := result{"code": code.Code(failure.Code).String()}
	if failure.Reason != "" {
		r["reason"], r["domain"] = failure.Reason, "litigation"
	}
	fields, quotas := texts{}, texts{}
	for _, violation := range failure.FieldViolations {
		fields.add(violation.GetField())
	}
	for _, violation := range failure.QuotaViolations {
		quotas.add(violation.GetSubject())
	}
	if len(fields) > 0 {
		r["fields"] = fields.sorted()
	}
	if len(quotas) > 0 {
		r["quota"] = quotas.sorted()
	}
	if failure.RetryDelay != 0 {
		r["retryAfterMillis"] = failure.RetryDelay.Milliseconds()
	}
	if failure.RetryForbidden {
		r["retryForbidden"] = true
	}
	return r
}
