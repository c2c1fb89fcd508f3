package main

import (
	"reflect"

	"litigation.io/litigation-go/litigationv1"
)

// merged is the first page of an answer, or the summary of a stream.
type merged interface {
	GetCaseFiles() []*litigationv1.CaseFile
	GetMatters() []*litigationv1.Matter
	GetSummary() *litigationv1.LitigationSummary
}

// together is what an answer says of its records, those of all pages or parts.
func together(records []*litigationv1.LitigationRecord, answer merged) result {
	ids := texts{}
	aside := 0
	for _, record := range records {
		ids.add(record.GetRecordId())
		// About somebody else: not even who says so is told.
		if record.GetProvider() == "" {
			aside++
		}
	}
	all := said(result{"aside": aside})
	all["code"], all["recordIds"] = "OK", ids.sorted()
	// Nothing of a gateway of an age that has none.
	if answer.GetSummary() != nil {
		all["picture"] = picture(answer, ids)
	}
	return all
}

func picture(answer merged, ids texts) result {
	cases, matters := result{}, result{}
	for _, file := range answer.GetCaseFiles() {
		cases[file.GetCaseKey()] = caseFile(file, ids)
	}
	for _, matter := range answer.GetMatters() {
		matters[matter.GetMatterKey()] = matter.GetStage().String()
	}
	return said(result{"cases": cases, "matters": matters, "summary": figures(answer.GetSummary())})
}

// caseFile is how many of a case's records are among the answer's, where it stands, and how it is tied to others.
func caseFile(file *litigationv1.CaseFile, ids texts) result {
	records := 0
	for _, id := range file.GetRecordIds() {
		if ids[id] {
			records++
		}
	}
	links := texts{}
	for _, link := range file.GetLinks() {
		links.add(link.GetKind().String() + " " + link.GetTargetCaseKey())
	}
	one := result{"matter": file.GetMatterKey(), "records": records, "links": links.sorted()}
	if state := file.GetState().GetEnforcement(); state != 0 {
		one["state"] = state.String()
	}
	if listing := file.GetState().GetListing(); listing != 0 {
		one["listing"] = listing.String()
	}
	return said(one)
}

func figures(summary *litigationv1.LitigationSummary) result {
	grades, leftOut, outstanding := result{}, result{}, texts{}
	for _, figure := range summary.GetGradeFigures() {
		grades[figure.GetGrade().String()] = figure.GetRecordCount()
	}
	for _, figure := range summary.GetLeftOutFigures() {
		leftOut[figure.GetReason().String()+" "+figure.GetGrade().String()] = figure.GetRecordCount()
	}
	for _, figure := range summary.GetOutstandingFigures() {
		outstanding.add(amount(figure.GetAmount()))
	}
	return said(result{
		"records":        summary.GetRecordCount(),
		"standalone":     summary.GetStandaloneFigure().GetRecordCount(),
		"grades":         grades,
		"outstanding":    outstanding.sorted(),
		"uncountedDebts": summary.GetUncountedDebtCount(),
		"leftOut":        leftOut,
		"omittedCases":   summary.GetOmittedCaseFileCount(),
	})
}

// said is a result without what is not set, zero or empty.
func said(all result) result {
	for key, value := range all {
		v := reflect.ValueOf(value)
		if v.IsZero() || (v.Kind() == reflect.Map || v.Kind() == reflect.Slice) && v.Len() == 0 {
			delete(all, key)
		}
	}
	return all
}
