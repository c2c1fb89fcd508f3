// Package litigation is the client of the litigation gateway: court data of persons and companies, from every vendor, in
// one normalised form.
//
//	client, err := litigation.NewClient("127.0.0.1:50051", litigation.WithPlaintext())
//
// Begin at [NewClient]. The messages are in package litigationv1. An answer without records means "nothing found" only
// where its Complete is true.
package litigation
