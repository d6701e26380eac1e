package jp.tsunagu.connector.mailbox;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagu.connector.agency.WaitReason;
import jp.tsunagu.contract.id.ReferralId;

/**
 * One thing that the mailbox is to be told of.
 *
 * @param cause the event it comes from
 * @param from since when it is so
 */
record Tiding(WaitReason reason, UUID cause, ReferralId referralId, Instant from) {}
