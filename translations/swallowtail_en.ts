<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>Ui::AddedMeDialog</name>
    <message numerus="yes">
        <source>%n person(s) added you to their contacts. You decide what they see of you.</source>
        <translation>
            <numerusform>%n person added you to their contacts. You decide what they see of you.</numerusform>
            <numerusform>%n people added you to their contacts. You decide what they see of you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::ConnectionBanner</name>
    <message numerus="yes">
        <source>%1 The next try is in %n second(s).</source>
        <extracomment>%1 is a whole sentence that says why the connection has ended.</extracomment>
        <translation>
            <numerusform>%1 The next try is in %n second.</numerusform>
            <numerusform>%1 The next try is in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::ContactActions</name>
    <message numerus="yes">
        <source>The group “%1” has %n person(s). They stay in your list without it.</source>
        <translation>
            <numerusform>The group “%1” has one person, who stays in your list without it.</numerusform>
            <numerusform>The group “%1” has %n people. They stay in your list without it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::ContactListProxy</name>
    <message numerus="yes">
        <source>%1, %2, %n unread message(s)</source>
        <translation>
            <numerusform>%1, %2, %n unread message</numerusform>
            <numerusform>%1, %2, %n unread messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, blocked, %n unread message(s)</source>
        <translation>
            <numerusform>%1, %2, blocked, %n unread message</numerusform>
            <numerusform>%1, %2, blocked, %n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::DeleteDialog</name>
    <message numerus="yes">
        <source>Delete all %n message(s) with %1?</source>
        <translation>
            <numerusform>Delete the message with %1?</numerusform>
            <numerusform>Delete all %n messages with %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n message(s) of everybody?</source>
        <translation>
            <numerusform>Delete the only message there is?</numerusform>
            <numerusform>Delete all %n messages of everybody?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::ExportDialog</name>
    <message numerus="yes">
        <source>%n message(s) written. Closing this window stops it.</source>
        <translation>
            <numerusform>%n message written. Closing this window stops it.</numerusform>
            <numerusform>%n messages written. Closing this window stops it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::HistoryDeeds</name>
    <message numerus="yes">
        <source>%n message(s) deleted.</source>
        <translation>
            <numerusform>%n message deleted.</numerusform>
            <numerusform>%n messages deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are now in %1.</source>
        <translation>
            <numerusform>%n message is now in %1.</numerusform>
            <numerusform>%n messages are now in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::HistoryWindow</name>
    <message numerus="yes">
        <source>The newest %n message(s)</source>
        <translation>
            <numerusform>The newest message</numerusform>
            <numerusform>The newest %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::HostingQuitDialog</name>
    <message numerus="yes">
        <source>%n other person(s) will be signed out. They can come back when Swallowtail hosts it again.</source>
        <translation>
            <numerusform>%n other person will be signed out. They can come back when Swallowtail hosts it again.</numerusform>
            <numerusform>%n other people will be signed out. They can come back when Swallowtail hosts it again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::HostingText</name>
    <message numerus="yes">
        <source>%n person(s) will be signed out. Everything is kept until you start it again.</source>
        <translation>
            <numerusform>%n person will be signed out. Everything is kept until you start it again.</numerusform>
            <numerusform>%n people will be signed out. Everything is kept until you start it again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::ImportChoicePage</name>
    <message numerus="yes">
        <source>Your options keep messages for %n day(s): what is older is deleted again every day. To have it stay, choose there first to keep them for ever.</source>
        <translation>
            <numerusform>Your options keep messages for a day: what is older is deleted again every day. To have it stay, choose there first to keep them for ever.</numerusform>
            <numerusform>Your options keep messages for %n days: what is older is deleted again every day. To have it stay, choose there first to keep them for ever.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::ImportLogsPage</name>
    <message numerus="yes">
        <source>%Ln log(s) were found.</source>
        <translation>
            <numerusform>%Ln log was found.</numerusform>
            <numerusform>%Ln logs were found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s)</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::ImportText</name>
    <message numerus="yes">
        <source>%Ln message(s) were imported.</source>
        <translation>
            <numerusform>%Ln message was imported.</numerusform>
            <numerusform>%Ln messages were imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) were already there.</source>
        <translation>
            <numerusform>%Ln message was already there.</numerusform>
            <numerusform>%Ln messages were already there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::InboxLine</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new e-mail(s), open the inbox</source>
        <translation>
            <numerusform>%n new e-mail, open the inbox</numerusform>
            <numerusform>%n new e-mails, open the inbox</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::MeHeader</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is an e-mail address; the number counts other accounts that are signed in.</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::NearbyNetworks</name>
    <message numerus="yes">
        <source>%n network(s) are announced here.</source>
        <translation>
            <numerusform>One network is announced here.</numerusform>
            <numerusform>%n networks are announced here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::NetworkLogWindow</name>
    <message numerus="yes">
        <source>Paused. %n new line(s) wait.</source>
        <translation>
            <numerusform>Paused. %n new line waits.</numerusform>
            <numerusform>Paused. %n new lines wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s). Passwords and tickets are masked; addresses and messages are not.</source>
        <translation>
            <numerusform>%n line. Passwords and tickets are masked; addresses and messages are not.</numerusform>
            <numerusform>%n lines. Passwords and tickets are masked; addresses and messages are not.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::NetworkTestText</name>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) ahead of the server&apos;s.</source>
        <translation>
            <numerusform>The clock of this computer is %n minute ahead of the server&apos;s.</numerusform>
            <numerusform>The clock of this computer is %n minutes ahead of the server&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) behind the server&apos;s.</source>
        <translation>
            <numerusform>The clock of this computer is %n minute behind the server&apos;s.</numerusform>
            <numerusform>The clock of this computer is %n minutes behind the server&apos;s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::PeopleModel</name>
    <message numerus="yes">
        <source>%1, %n message(s)</source>
        <extracomment>Read out for a row of the list of people: the name, then how many messages are kept.</extracomment>
        <translation>
            <numerusform>%1, %n message</numerusform>
            <numerusform>%1, %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::PrivacyPage</name>
    <message numerus="yes">
        <source>%n person(s) are on both lists. They count as blocked.</source>
        <translation>
            <numerusform>%n person is on both lists and counts as blocked.</numerusform>
            <numerusform>%n people are on both lists. They count as blocked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::RestoreText</name>
    <message numerus="yes">
        <source>%Ln group(s) are missing from your list.</source>
        <translation>
            <numerusform>%Ln group is missing from your list.</numerusform>
            <numerusform>%Ln groups are missing from your list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) in it are missing from your list, or lack something. Choose whom to restore.</source>
        <translation>
            <numerusform>%Ln person in it is missing from your list, or lacks something.</numerusform>
            <numerusform>%Ln people in it are missing from your list, or lack something. Choose whom to restore.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) of the file could not be read and are left out.</source>
        <translation>
            <numerusform>%Ln entry of the file could not be read and is left out.</numerusform>
            <numerusform>%Ln entries of the file could not be read and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) were restored.</source>
        <translation>
            <numerusform>%Ln person was restored.</numerusform>
            <numerusform>%Ln people were restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) were made.</source>
        <translation>
            <numerusform>%Ln group was made.</numerusform>
            <numerusform>%Ln groups were made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server refused %Ln change(s).</source>
        <translation>
            <numerusform>The server refused %Ln change.</numerusform>
            <numerusform>The server refused %Ln changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::ServerNews</name>
    <message numerus="yes">
        <source>The server goes down for maintenance in %n minute(s).</source>
        <translation>
            <numerusform>The server goes down for maintenance in %n minute.</numerusform>
            <numerusform>The server goes down for maintenance in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::SignInForm</name>
    <message numerus="yes">
        <source>%n network(s) here</source>
        <translation>
            <numerusform>One network here</numerusform>
            <numerusform>%n networks here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui::TrayIcon</name>
    <message numerus="yes">
        <source>Swallowtail: %n conversation(s) with new messages</source>
        <translation>
            <numerusform>Swallowtail: one conversation with new messages</numerusform>
            <numerusform>Swallowtail: %n conversations with new messages</numerusform>
        </translation>
    </message>
</context>
</TS>
