package org.diestra.money.payouts;

/**
 * A card on the page of payouts that leads on to where else money may go: a bean of the module that
 * owns that page.
 *
 * @param href where it leads
 * @param title its words, in every language
 * @param text what it is for
 * @param offered whether this house has it
 */
public record PayoutWay(String href, String title, String text, boolean offered) {}
