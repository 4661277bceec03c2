package org.diestra.platform.page;

/**
 * Says that there is an inbox: with such a bean the header of signed-in people shows a bell.
 *
 * @param href the inbox's page
 * @param countHref answers a fragment with the number of unread ones, empty for none
 */
public record BellSource(String href, String countHref) {}
