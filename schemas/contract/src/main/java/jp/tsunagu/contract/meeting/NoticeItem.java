package jp.tsunagu.contract.meeting;

import java.time.Instant;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;

/** What an addressee comes for, as its notice says. */
public record NoticeItem(ItemRef item, MeetingPurpose purpose, Instant startsAt, int minutes) {}
