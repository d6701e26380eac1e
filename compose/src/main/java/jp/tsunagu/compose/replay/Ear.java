package jp.tsunagu.compose.replay;

/** A way by which an agency's system learns of news; listens until it is closed. */
interface Ear extends AutoCloseable {
  @Override
  void close();
}
