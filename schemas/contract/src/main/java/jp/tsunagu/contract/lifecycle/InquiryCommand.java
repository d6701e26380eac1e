package jp.tsunagu.contract.lifecycle;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/** Commands about 情報収集: the coordinator asks several agencies at once. */
public sealed interface InquiryCommand extends CaseCommand {

  /**
   * These agencies are asked the same; none of them learns of another.
   *
   * @param agencies at least one
   * @param persons about whom, at least one
   * @param due the last day (Asia/Tokyo) for an answer
   * @param dossier what is asked, and of whom; each agency must be able to read some of it
   */
  record AskAgencies(
      CommandHeader header,
      Set<AgencyId> agencies,
      Set<PersonRef> persons,
      LocalDate due,
      @Nullable SealedDossier dossier)
      implements InquiryCommand {
    public AskAgencies {
      agencies = Set.copyOf(agencies);
      persons = Set.copyOf(persons);
    }

    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(dossier);
    }
  }

  /**
   * An agency answers what it is asked; the answer goes to who asked and to nobody else.
   *
   * @param unable why it cannot answer (回答できない); none where it does
   * @param dossier the answer; may be left out by one that cannot
   */
  record AnswerInquiry(
      CommandHeader header, @Nullable InquiryUnable unable, @Nullable SealedDossier dossier)
      implements InquiryCommand {
    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(dossier);
    }
  }

  /**
   * The coordinator does not need the answers any more (取下げ).
   *
   * @param agencies of whom; empty means of all that have not answered
   */
  record TakeBackInquiry(CommandHeader header, Set<AgencyId> agencies) implements InquiryCommand {
    public TakeBackInquiry {
      agencies = Set.copyOf(agencies);
    }
  }
}
