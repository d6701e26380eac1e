package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.id.ReferralId;
import org.jspecify.annotations.Nullable;

/**
 * Where a leg stands in its chain.
 *
 * @param chainId the first leg of its chain; equal to {@code referralId} where the chain begins
 * @param continues the leg before it in the chain
 */
public record ChainPlace(ReferralId chainId, @Nullable ReferralId continues) {}
