package jp.tsunagu.contract.lifecycle;

import java.time.Instant;

/**
 * What an agency says to one candidate (日程調整).
 *
 * @param startsAt when the meeting would begin
 */
public record DateReply(Instant startsAt, DateAnswer answer) {}
