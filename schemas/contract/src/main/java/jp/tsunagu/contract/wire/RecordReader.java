package jp.tsunagu.contract.wire;

import java.io.IOException;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one schema wrote, resolved to the newest schema of the same record. What the newest
 * schema wrote needs no resolving and is read straight. Thread-safe.
 */
final class RecordReader implements Reading {
  private final Schema writer;
  private final Schema newest;
  private final Plan plan;
  private final boolean needsResolving;
  private final Queue<ResolvingDecoder> idle = new ConcurrentLinkedQueue<>();

  RecordReader(Schema writer, Schema newest, Plan plan) {
    this.writer = writer;
    this.newest = newest;
    this.plan = plan;
    this.needsResolving = !writer.equals(newest);
  }

  @Override
  public Object read(byte[] framed) throws IOException {
    ByteReader bytes = new ByteReader(framed, Framing.LENGTH);
    @Nullable Object value = needsResolving ? resolved(bytes) : plan.read(bytes);
    if (!bytes.isAtEnd()) {
      throw new AvroTypeException("bytes are left over");
    }
    return Objects.requireNonNull(value);
  }

  private @Nullable Object resolved(ByteReader bytes) throws IOException {
    ResolvingDecoder decoder = idle.poll();
    if (decoder == null) {
      decoder = DecoderFactory.get().resolvingDecoder(writer, newest, bytes);
    } else {
      decoder.configure(bytes);
    }
    @Nullable Object value = plan.read(decoder);
    decoder.drain();
    idle.add(decoder);
    return value;
  }
}
