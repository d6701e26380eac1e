package jp.tsunagu.runtime.aside;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a person sends who passes a record.
 *
 * @param reason the name of a {@link PassReason}
 */
@Schema(description = "読まずに先へ進む理由")
public record Passing(
    @Schema(
            description = "理由コード",
            implementation = PassReason.class,
            requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String reason) {

  /** What is answered where no reason, or none of ours, was given. */
  public static final Problem WITHOUT_REASON =
      CommonProblem.PARAMETER_INVALID
          .saying("reason に理由のコードを一つ選んでください。何も変わっていません。")
          .about("reason", Codes.choices(PassReason.class));

  /** The reason; empty where there is none. */
  public Optional<PassReason> chosen() {
    return Optional.ofNullable(reason).flatMap(text -> Codes.read(PassReason.class, text));
  }
}
