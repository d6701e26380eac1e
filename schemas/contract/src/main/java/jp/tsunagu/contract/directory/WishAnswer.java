package jp.tsunagu.contract.directory;

import jp.tsunagu.contract.id.CommandId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a wish about the register.
 *
 * @param refusal none where it took effect
 */
public record WishAnswer(CommandId commandId, @Nullable RegisterRefusal refusal) {}
