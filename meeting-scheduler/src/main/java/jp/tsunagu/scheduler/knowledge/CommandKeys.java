package jp.tsunagu.scheduler.knowledge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.CommandId;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Which command ids stand for which content, so that a key used again for something else is noticed
 * – also after a restart: the digest of the content travels with the command, and the commands'
 * topic is read from its beginning (90 days). Remembers the latest 50,000. Thread-safe.
 */
public final class CommandKeys {

  /** How long commands are remembered: as long as their topic keeps them to be read again. */
  public static final Duration KEPT = Duration.ofDays(90);

  /** How many commands are remembered, here and where they are carried out. */
  public static final int REMEMBERED = 50_000;

  private static final String CONTENT = "content-sha256";
  private static final String ID = "ce_id";
  private static final int ID_LENGTH = 36;

  private final Latest<CommandId, Bytes> contents = new Latest<>(REMEMBERED);

  /**
   * Takes the id for this content and adds its digest to the command's headers.
   *
   * @return false where the id was used for another content
   */
  public boolean take(CommandId id, String content, Headers headers) {
    Bytes digest = digest(content);
    headers.add(CONTENT, digest.toByteArray());
    return isFor(id, digest);
  }

  private synchronized boolean isFor(CommandId id, Bytes digest) {
    return contents.putIfAbsent(id, digest).filter(before -> !before.equals(digest)).isEmpty();
  }

  /** Notes a command that stands in the topic; one without id or digest tells nothing. */
  void read(Headers headers) {
    Header content = headers.lastHeader(CONTENT);
    if (content != null && content.value() != null) {
      id(headers).ifPresent(id -> isFor(id, Bytes.copyOf(content.value())));
    }
  }

  private static Optional<CommandId> id(Headers headers) {
    Header id = headers.lastHeader(ID);
    if (id == null || id.value() == null || id.value().length != ID_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(CommandId.of(new String(id.value(), StandardCharsets.US_ASCII)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Bytes digest(String content) {
    return Bytes.copyOf(Sha256.of(content));
  }
}
