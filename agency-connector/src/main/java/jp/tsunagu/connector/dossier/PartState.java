package jp.tsunagu.connector.dossier;

/** Whether a held part can be read. */
public enum PartState {
  OPEN,
  /** The person withdrew consent (共有停止). */
  LOCKED,
  /** What it came with was sent back, misdirected or withdrawn before it was accepted. */
  RETURNED,
  /** Erased at the person's wish. */
  ERASED,
  /** No key of this agency opens it. */
  UNOPENABLE
}
