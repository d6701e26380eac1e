/** The contract's records as bytes: Avro in the Confluent wire format, ids and headers. */
@NullMarked
package jp.tsunagu.contract.wire;

import org.jspecify.annotations.NullMarked;
