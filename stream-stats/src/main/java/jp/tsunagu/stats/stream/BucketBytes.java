package jp.tsunagu.stats.stream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.TreeMap;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.Cell;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.TimeKind;

/** A bucket in bytes: per number its measure, kind of time, bin and itself, in order. */
public final class BucketBytes {

  private BucketBytes() {}

  /** The bytes of this bucket; equal buckets have equal bytes. */
  public static byte[] encode(Bucket bucket) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    bucket
        .cells()
        .forEach(
            (cell, number) -> {
              VariableBytes.writeNumber(out, cell.measure().code());
              out.write(cell.time() == TimeKind.WORKING ? 1 : 0);
              VariableBytes.writeNumber(out, cell.bin());
              VariableBytes.writeNumber(out, number);
            });
    return out.toByteArray();
  }

  /** The bucket in these bytes. */
  public static Bucket decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    TreeMap<Cell, Long> cells = new TreeMap<>();
    while (in.hasRemaining()) {
      Measure measure = Measure.of(Math.toIntExact(VariableBytes.readNumber(in)));
      TimeKind time = in.get() == 1 ? TimeKind.WORKING : TimeKind.CALENDAR;
      int bin = Math.toIntExact(VariableBytes.readNumber(in));
      cells.put(new Cell(measure, time, bin), VariableBytes.readNumber(in));
    }
    return new Bucket(cells);
  }
}
