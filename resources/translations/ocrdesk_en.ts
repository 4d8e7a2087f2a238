<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n marks of ink, {count} left out.</source>
        <translation>
            <numerusform>%n mark of ink, {count} left out.</numerusform>
            <numerusform>%n marks of ink, {count} left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marks of ink.</source>
        <translation>
            <numerusform>%n mark of ink.</numerusform>
            <numerusform>%n marks of ink.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on other pages</source>
        <translation>
            <numerusform>%n on other pages</numerusform>
            <numerusform>%n on other pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on others</source>
        <translation>
            <numerusform>%n on others</numerusform>
            <numerusform>%n on others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on this page</source>
        <translation>
            <numerusform>%n on this page</numerusform>
            <numerusform>%n on this page</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages that were not read yet are left out.</source>
        <translation>
            <numerusform>%n page that was not read yet is left out.</numerusform>
            <numerusform>%n pages that were not read yet are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n pages</source>
        <translation>
            <numerusform>The %n page</numerusform>
            <numerusform>All %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %n pages to {name}.</source>
        <translation>
            <numerusform>Exported %n page to {name}.</numerusform>
            <numerusform>Exported %n pages to {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read with this ink: %n letters, {count} of them as you confirmed them.</source>
        <translation>
            <numerusform>Read with this ink: %n letter, {count} of them as you confirmed them.</numerusform>
            <numerusform>Read with this ink: %n letters, {count} of them as you confirmed them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read with this ink: %n letters.</source>
        <translation>
            <numerusform>Read with this ink: %n letter.</numerusform>
            <numerusform>Read with this ink: %n letters.</numerusform>
        </translation>
    </message>
</context>
</TS>
