package jp.tsunagu.scheduler.configuration;

/** The scheduler cannot start with this configuration; the message is for who wrote it. */
public final class StartRefused extends RuntimeException {

  StartRefused(String reason) {
    super(reason);
  }
}
