package jp.tsunagu.connector.dossier;

/** Whether a held part can be read. */
public enum PartState {
  OPEN,
  /** The person withdrew consent (共有停止). */
  LOCKED,
  /** Erased at the person's wish. */
  ERASED,
  /** No key of this agency opens it. */
  UNOPENABLE
}
