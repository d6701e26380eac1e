package jp.tsunagu.contract.wire;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.meeting.MeetingCommand;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The records this program knows, each made ready when it is first needed: a program meets only a
 * part of them. Thread-safe.
 */
final class KnownRecords {
  private final SchemaTable table;
  private final RecordMapper facts = new RecordMapper(true);
  private final RecordMapper wishes = new RecordMapper(false);
  private final NewerRecords newer = new NewerRecords(this);
  private final Map<Class<?>, KnownRecord> ready = new ConcurrentHashMap<>();

  KnownRecords(SchemaTable table) {
    this.table = table;
  }

  /** Throws if the class does not travel on its own. */
  KnownRecord of(Class<? extends Record> type) {
    KnownRecord known = ready.get(type);
    return known == null ? ready.computeIfAbsent(type, _ -> make(type)) : known;
  }

  /** How the bytes of the table's schema of this id are read. */
  Optional<Reading> reading(int id) {
    return table
        .entry(id)
        .map(entry -> new Schema.Parser().parse(entry.schema()))
        .map(this::readingOf);
  }

  /** How what this schema wrote is read; null if nothing of it can be understood. */
  @Nullable Reading readingOf(Schema written) {
    Class<? extends Record> type = RecordNames.classOf(written.getFullName());
    if (type == null) {
      return newer.readingOf(written);
    }
    KnownRecord record = of(type);
    if (!record.canRead(written)) {
      return isWish(type) ? newer.commonPart(written) : null;
    }
    Reading reading = record.readerOf(written);
    Reading commonPart = isWish(type) ? newer.commonPart(written) : null;
    return commonPart == null ? reading : reading.orElse(commonPart);
  }

  RecordPlan planOf(Class<? extends Record> part, Schema schema) {
    return facts.plan(part, schema);
  }

  /** A command with a code this program does not know is refused, never carried out by half. */
  private static boolean isWish(Class<?> type) {
    return CaseCommand.class.isAssignableFrom(type) || MeetingCommand.class.isAssignableFrom(type);
  }

  private KnownRecord make(Class<? extends Record> type) {
    SchemaTable.Entry entry = table.versionsOf(RecordNames.nameOf(type)).getLast();
    Schema schema = new Schema.Parser().parse(entry.schema());
    RecordPlan plan = (isWish(type) ? wishes : facts).plan(type, schema);
    return new KnownRecord(schema, plan, new RecordWriter(entry.id(), plan));
  }
}
