package org.diestra.platform.page;

/** Where signed-in people are at home: a bean of the module that owns the page. */
public record HomePage(String href) {}
