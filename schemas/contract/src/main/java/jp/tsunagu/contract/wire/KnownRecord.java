package jp.tsunagu.contract.wire;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** A record of the contract with its newest schema: how this program writes and understands it. */
record KnownRecord(Schema newest, RecordPlan plan, RecordWriter writer) {

  RecordReader readerOf(Schema written) {
    return new RecordReader(written, newest, plan);
  }

  boolean canRead(Schema written) {
    return SchemaCompatibility.checkReaderWriterCompatibility(newest, written).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }
}
