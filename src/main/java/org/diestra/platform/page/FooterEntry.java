package org.diestra.platform.page;

/**
 * One link at the foot of every page: a bean of the module that owns the page.
 *
 * @param href the page's path
 * @param key its words, in every language
 * @param order smaller stands earlier
 */
public record FooterEntry(String href, String key, int order) {}
