package jp.tsunagu.contract.wire;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.ResolvingDecoder;

/**
 * Reads what one schema wrote, resolved to the newest schema of the same record. What the newest
 * schema wrote needs no resolving and is read straight. Thread-safe.
 */
final class RecordReader {
  private final Schema writer;
  private final Schema newest;
  private final RecordPlan plan;
  private final boolean needsResolving;
  private final Queue<ResolvingDecoder> idle = new ConcurrentLinkedQueue<>();

  RecordReader(Schema writer, Schema newest, RecordPlan plan) {
    this.writer = writer;
    this.newest = newest;
    this.plan = plan;
    this.needsResolving = !writer.equals(newest);
  }

  Object read(ByteReader bytes) throws IOException {
    Object value = needsResolving ? resolved(bytes) : plan.read(bytes);
    if (!bytes.isAtEnd()) {
      throw new AvroTypeException("bytes are left over");
    }
    return value;
  }

  private Object resolved(ByteReader bytes) throws IOException {
    ResolvingDecoder decoder = idle.poll();
    if (decoder == null) {
      decoder = DecoderFactory.get().resolvingDecoder(writer, newest, bytes);
    } else {
      decoder.configure(bytes);
    }
    Object value = plan.read(decoder);
    decoder.drain();
    idle.add(decoder);
    return value;
  }
}
