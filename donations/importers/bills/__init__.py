"""Bills of WeChat Pay and Alipay: their layouts, and a record for each payment."""
