package jp.tsunagu.runtime.aside;

/** Reads the records of one topic. */
@FunctionalInterface
public interface RecordReader<T> {

  /** What this record says; never throws. */
  Reading<T> read(RawRecord record);
}
