package jp.tsunagu.contract.wire;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The records this program knows, each made ready when it is first needed: a program meets only a
 * part of them. Thread-safe.
 */
final class KnownRecords {
  private final SchemaTable table;
  private final RecordMapper mapper = new RecordMapper();
  private final Map<Class<?>, KnownRecord> ready = new ConcurrentHashMap<>();

  KnownRecords(SchemaTable table) {
    this.table = table;
  }

  /** Throws if the class does not travel on its own. */
  KnownRecord of(Class<? extends Record> type) {
    KnownRecord known = ready.get(type);
    return known == null ? ready.computeIfAbsent(type, _ -> make(type)) : known;
  }

  /** The record of this full name, or null if this program has none. */
  @Nullable KnownRecord named(String recordName) {
    Class<? extends Record> type = RecordNames.classOf(recordName);
    return type == null ? null : of(type);
  }

  /** A reader of what the table's schema of this id wrote. */
  Optional<RecordReader> reader(int id) {
    return table.entry(id).flatMap(this::reader);
  }

  private Optional<RecordReader> reader(SchemaTable.Entry entry) {
    return Optional.ofNullable(named(entry.recordName()))
        .map(known -> known.readerOf(new Schema.Parser().parse(entry.schema())));
  }

  private KnownRecord make(Class<? extends Record> type) {
    SchemaTable.Entry entry = table.versionsOf(RecordNames.nameOf(type)).getLast();
    Schema schema = new Schema.Parser().parse(entry.schema());
    RecordPlan plan = mapper.plan(type, schema);
    return new KnownRecord(schema, plan, new RecordWriter(entry.id(), plan));
  }
}
