package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.code.Code;

/** How soon an answer is needed (緊急度); the deadlines are configuration of the city. */
public enum Urgency implements Code {
  EMERGENCY("緊急"),
  URGENT("準緊急"),
  NORMAL("通常");

  private final String label;

  Urgency(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
