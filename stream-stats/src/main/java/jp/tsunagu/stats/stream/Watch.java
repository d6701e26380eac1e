package jp.tsunagu.stats.stream;

import java.util.Set;
import jp.tsunagu.stats.figure.BucketKey;

/** Is told what the stream does; must be quick and never throw. */
public interface Watch {

  /** An event was taken in. */
  void takenIn();

  /** Figures followed what was taken in; these buckets changed. */
  void changed(Set<BucketKey> buckets);

  /** What no bucket counts and a table tells followed what was taken in. */
  void tablesChanged();

  /** A record could not be used and was put aside; the reason is a code. */
  void putAside(String reason);

  /** An event had been taken in before. */
  void repeated();

  /** Watches nothing. */
  Watch NONE =
      new Watch() {
        @Override
        public void takenIn() {}

        @Override
        public void changed(Set<BucketKey> buckets) {}

        @Override
        public void tablesChanged() {}

        @Override
        public void putAside(String reason) {}

        @Override
        public void repeated() {}
      };
}
