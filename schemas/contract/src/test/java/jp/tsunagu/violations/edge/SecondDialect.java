package jp.tsunagu.violations.edge;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Says how it looks in JSON, though nothing is told here. */
record SecondDialect(@JsonProperty("other") String one) {}
