package jp.tsunagu.gateway.stream;

import java.time.LocalDate;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.directory.RegisterCommand.OfIssue;
import jp.tsunagu.contract.directory.RegisterCommand.OfResource;
import jp.tsunagu.contract.directory.RegisterRefusal;
import jp.tsunagu.contract.directory.WishAnswer;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.wire.Codec;
import org.apache.kafka.streams.state.KeyValueStore;

/** The register: what agencies offer (社会資源), and what the city lacks (地域課題). */
record Register(ResourceRegister resources, IssueRegister issues) {

  static Register in(KeyValueStore<String, byte[]> store, Codec codec) {
    RegisterShelf shelf = new RegisterShelf(store, codec);
    return new Register(new ResourceRegister(shelf), new IssueRegister(shelf));
  }

  /** What became of a wish. */
  sealed interface Outcome {
    /**
     * The register says something new, if only what became of the wish.
     *
     * @param counted what became of it; for counting
     */
    record Published(DirectoryRecord said, String counted) implements Outcome {}

    /** It was answered before, or changes nothing that everybody may read. */
    record Unpublished() implements Outcome {}

    /** There is nothing it could be answered in. */
    record Refused(String reason) implements Outcome {}
  }

  /**
   * Carries it out once.
   *
   * @param today in Asia/Tokyo
   */
  Outcome handle(AgencyId sender, AgencyId desk, RegisterCommand wish, LocalDate today) {
    return switch (wish) {
      case OfResource about -> resources.handle(sender, desk, about, today);
      case OfIssue about -> issues.handle(sender, desk, about);
    };
  }

  static String counted(WishAnswer answer) {
    RegisterRefusal refusal = answer.refusal();
    return refusal == null ? "accepted" : refusal.name();
  }
}
