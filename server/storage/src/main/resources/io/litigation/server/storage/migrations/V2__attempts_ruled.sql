-- When a person wrote down what the vendor's bill says of an attempt whose charge was unknown; null if nobody did.
alter table attempts add column ruled_at bigint;
