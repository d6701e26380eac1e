package jp.tsunagu.scheduler.web;

import jp.tsunagu.contract.code.Code;
import jp.tsunagu.scheduler.meeting.NoticeState.Delivery;

/** What became of a notice, as callers read it. */
enum DeliveryCode implements Code {
  WAITING("送付待ち"),
  DELIVERED("送付済み"),
  GIVEN_UP("届けられなかった");

  private final String label;

  DeliveryCode(String label) {
    this.label = label;
  }

  static DeliveryCode of(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Waiting _ -> WAITING;
      case Delivery.Delivered _ -> DELIVERED;
      case Delivery.GivenUp _ -> GIVEN_UP;
    };
  }

  @Override
  public String label() {
    return label;
  }
}
