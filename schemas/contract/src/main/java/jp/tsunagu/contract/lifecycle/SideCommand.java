package jp.tsunagu.contract.lifecycle;

import java.util.Optional;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/** Commands about a support beside the case: 参加支援 (図15) and アウトリーチ (図12). */
public sealed interface SideCommand extends CaseCommand {

  /** Which kind it is about. */
  SideKind kind();

  /** For whom it is. */
  PersonRef person();

  /** It begins, with the reason why this agency carries it out. */
  record BeginSideSupport(CommandHeader header, @Flat SideFlow flow, SideReason reason)
      implements SideCommand {
    @Override
    public SideKind kind() {
      return flow.kind();
    }

    @Override
    public PersonRef person() {
      return flow.person();
    }
  }

  /**
   * It goes on to its next stage, or back to an earlier one.
   *
   * @param exception why it goes on although something is missing
   * @param dossier what is said of it in words, such as of the exception
   */
  record MoveSideSupport(
      CommandHeader header,
      SideKind kind,
      PersonRef person,
      SideStage stage,
      @Nullable FlowException exception,
      @Nullable SealedDossier dossier)
      implements SideCommand {
    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(dossier);
    }
  }

  /** A contact with the person or somebody near; what was said travels sealed, if at all. */
  record RecordContact(
      CommandHeader header,
      SideKind kind,
      PersonRef person,
      ContactKind contact,
      @Nullable SealedDossier dossier)
      implements SideCommand {
    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(dossier);
    }
  }

  /**
   * It ends (終結).
   *
   * @param ground why it ends without stable relations; none where they are
   * @param rhythm how often somebody stays in contact from now on (伴走); none where nobody does
   * @param exception why it ends although something is missing
   * @param dossier what is said of it in words, such as of the exception
   */
  record EndSideSupport(
      CommandHeader header,
      SideKind kind,
      PersonRef person,
      @Nullable ClosingGround ground,
      @Nullable ContactRhythm rhythm,
      @Nullable FlowException exception,
      @Nullable SealedDossier dossier)
      implements SideCommand {
    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(dossier);
    }
  }
}
